import type { FactValue } from '@linernotes/narrative-sdk'
import { tagKey, type IndexedFact } from '../fact-index.js'
import type { StatementContext } from './statement-context.js'

/** What is said of a fact beside its values. */
interface MarkedFact {
  readonly property: string
  readonly values: Readonly<Record<string, FactValue>>
  /** All that the sentence cites. */
  readonly facts: readonly IndexedFact[]
  readonly context: StatementContext
}

const yearOf = (month: FactValue | undefined): string => String(month).slice(0, 4)
const isCalled = (word: string) => {
  const pattern = new RegExp(String.raw`\b${word}\b`, 'iu')
  return ({ values }: MarkedFact): boolean => pattern.test(String(values['release'] ?? ''))
}

function isTagged(tags: FactValue | undefined, tag: string | null): boolean {
  return tag !== null && Array.isArray(tags) && tags.some((own) => tagKey(String(own)) === tag)
}

/** The plays of one year are all there are between the first and the last where both are of that year. */
function isAllOfIt({ property, values, facts }: MarkedFact): boolean {
  const ends = facts.filter(({ fact }) => /^artist-(?:first|last)-play$/u.test(fact.property) && fact.values['artist'] === values['artist'])
  return property !== 'artist-plays' || values['year'] === null || ends.every(({ fact }) => yearOf(fact.values['month']) === String(values['year']))
}

/** What was played by the end of a year was played in it, where the first play was. */
function beganThatYear({ property, values, facts, context }: MarkedFact): boolean {
  return (
    property !== 'artist-plays' ||
    facts.some(
      ({ fact }) => fact.property === 'artist-first-play' && fact.values['artist'] === values['artist'] && yearOf(fact.values['month']) === context.year,
    )
  )
}

/** The marks that patterns may bear, and what has to be so where one does. `true`: the mention beside it is compared by it. */
export const markChecks: Readonly<Record<string, true | ((marked: MarkedFact) => boolean)>> = {
  below: true,
  above: true,
  fewer: true,
  'without-it': true,
  both: true,
  all: true,
  'that-year': true,
  'since-then': true,
  'in-all': ({ property, values }) => property !== 'artist-plays' || values['year'] === null,
  'all-of-it': isAllOfIt,
  'year-end': beganThatYear,
  'of-two': ({ values }) => values['of'] === 2,
  'after-you': ({ context }) => context.isOfYou,
  'after-finished': ({ context }) => context.isOfFinished,
  'after-started': ({ context }) => context.isOfStarted,
  'own-release': ({ context }) => context.isOwnRelease,
  compilation: ({ context }) => context.isCompilation,
  // As for the word checks: less than three minutes.
  short: ({ values }) => typeof values['durationMs'] === 'number' && values['durationMs'] < 180_000,
  'that-tag': ({ values, context }) => isTagged(values['tags'], context.lastTag),
  ep: isCalled('EP'),
  lp: isCalled('LP'),
  'self-titled': ({ values }) => values['release'] === values['artist'],
  'title-track': ({ values }) => values['release'] === values['title'],
}
