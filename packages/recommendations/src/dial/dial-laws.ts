import type { DialReport } from './evaluate-dial.js'

export interface Law {
  readonly name: string
  readonly holds: boolean
}

/** At 0 so much is by artists whom the listener plays, or direct neighbours of theirs. */
const FAMILIAR_AT_0 = 0.9
/** At 1 so much is by artists whom they never played. */
const NEW_AT_1 = 0.5

/** Means of equal lists may differ by so much. */
const ROUNDING = 1e-12

const rises = (values: readonly number[]): boolean => values.slice(1).every((value, step) => value > values[step]!)

/** What the dial promises, and whether it keeps it. */
export function dialLaws({ steps }: DialReport): readonly Law[] {
  return [
    { name: 'novelty rises at every step', holds: rises(steps.map(({ novelty }) => novelty)) },
    { name: 'diversity rises at every step', holds: rises(steps.map(({ diversity }) => diversity)) },
    { name: `at 0 at least ${FAMILIAR_AT_0 * 100} % is familiar ground`, holds: (steps[0]?.familiarGround ?? 0) >= FAMILIAR_AT_0 },
    { name: `at 1 at least ${NEW_AT_1 * 100} % is by new artists`, holds: (steps.at(-1)?.newArtists ?? 0) >= NEW_AT_1 },
    {
      name: 'every step above 0 keeps more nDCG than random items of the same novelty (95 % interval)',
      holds: steps.slice(1).every(({ ahead }) => ahead.low > ROUNDING),
    },
  ]
}
