import type { ItemTraits } from '../plan/candidate.js'
import type { TalkIdea } from './talk-idea.js'

/** Whether a text rests on what it was to say: of two items that share something, on what they share. */
export function statesIdea(idea: TalkIdea, evidenceIds: readonly string[]): boolean {
  const pair = pairIn(idea)
  return pair === undefined ? idea.evidence.some(({ id }) => evidenceIds.includes(id)) : evidenceIds.includes(pair.id)
}

const pairIn = ({ evidence }: TalkIdea): TalkIdea['evidence'][number] | undefined =>
  evidence.find(({ property }) => property === 'echo' || property === 'bridge')

/** Words of a talk are sent on once one of them is about what the talk is to say: words that were sent cannot be taken back. */
export class HeldCaptions {
  readonly #held: string[] = []
  readonly #telling: readonly string[]
  #isTold = false

  constructor(
    idea: TalkIdea,
    { title, by }: Pick<ItemTraits, 'title' | 'by'>,
    private readonly send: (text: string) => void,
  ) {
    const pair = pairIn(idea)
    const telling = pair === undefined ? idea.evidence.flatMap(({ values }) => Object.values(values).flat()) : [pair.values['value'], pair.values['otherTitle']]
    const named = [title.toLowerCase(), by.toLowerCase()]
    this.#telling = telling
      .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value).toLowerCase()] : []))
      .filter((value) => !named.some((name) => name.includes(value)))
  }

  /** Something was sent. */
  get isTold(): boolean {
    return this.#isTold
  }

  next(text: string): void {
    this.#held.push(text)
    if (this.#isTold || this.#telling.some((value) => text.toLowerCase().includes(value))) this.release()
  }

  /** Sends all that was held back. */
  release(): void {
    this.#isTold = true
    for (const text of this.#held.splice(0)) this.send(text)
  }
}
