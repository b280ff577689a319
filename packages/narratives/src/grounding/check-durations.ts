import { releaseNouns } from './en/other-words.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import { fitsLength, unitOf } from './fits-length.js'
import type { DurationMention, NameMention } from './mentions.js'
import type { Reading } from './reading.js'

/** A mark is the one that a name of the sentence means, and the one at a time that it gives. */
function isMark(fact: IndexedFact, name: NameMention | undefined, clock: DurationMention | undefined): boolean {
  if (name !== undefined && !name.names.some((form) => form.factId === fact.fact.id)) return false
  return clock === undefined || fact.times.some((time) => time.point && time.milliseconds === clock.milliseconds)
}

/** Two marks that far apart: the one named before the distance, or timed there, and the one named after it. */
function pairApart(reading: Reading, mention: DurationMention): IndexedFact[] {
  const points = reading.facts.flatMap((fact) => fact.times.filter((time) => time.point).map((time) => ({ fact, milliseconds: time.milliseconds })))
  const unit = unitOf(mention.granularity)
  const marks = reading.names.filter((name) => name.names.some((form) => form.role === 'chapter'))
  const key = reading.tokens[mention.last + 1]?.key
  const forward = key === 'later' || key === 'before'
  const after = marks.find((name) => name.first > mention.last)
  const before = after === undefined && forward ? undefined : marks.findLast((name) => name.last < mention.first)
  const clock = reading.durations.findLast((other) => other.clock && other.last < mention.first)
  // "A at 31:31, B a minute and a half later": B stands between the time and the distance.
  const later = after ?? (clock === undefined || !forward ? undefined : marks.find((name) => name.first > clock.last && name.last < mention.first))
  const next = reading.names.find((name) => name.first > mention.last && name.first <= mention.last + 3)
  if (next !== undefined && !marks.includes(next)) return []
  for (const left of points) {
    for (const right of points) {
      const gap = right.milliseconds - left.milliseconds
      const far = gap > 0 && Math.round(gap / unit) * unit === mention.milliseconds
      const [first, second] = forward ? [left, right] : [right, left]
      const fits = mention.difference === 'apart' || (isMark(first.fact, before, clock) && isMark(second.fact, later, undefined))
      if (left.fact !== right.fact && far && fits) return [left.fact, right.fact]
    }
  }
  return []
}

function isBeforeEnd(reading: Reading, mention: DurationMention): boolean {
  return ['before', 'the', 'end'].every((word, offset) => reading.tokens[mention.last + 1 + offset]?.key === word)
}

/** "twenty minutes before the end": the time named last, and the length of the episode. */
function beforeEnd(reading: Reading, mention: DurationMention): IndexedFact[] {
  const clock = reading.durations.findLast((other) => other.clock && other.last < mention.first)
  const whole = reading.facts.find(({ fact }) => fact.property === 'episode-length')
  const mark = reading.facts.find((fact) => fact.times.some((time) => time.point && time.milliseconds === clock?.milliseconds))
  if (clock === undefined || whole === undefined || mark === undefined) return []
  const unit = unitOf(mention.granularity)
  return Math.round((Number(whole.fact.values['durationMs']) - clock.milliseconds) / unit) * unit === mention.milliseconds ? [mark, whole] : []
}

/** "The compilation is 8:23 long": said of the release, not of the track. */
function isOfRelease(reading: Reading, mention: DurationMention): boolean {
  const clause = reading.clauseOf(mention)
  const before = reading.tokens.slice(clause.first, mention.first)
  if (before.some((token) => token.role === null && ['track', 'it', 'this', 'song'].includes(token.key))) return false
  const release = reading.names.some(
    (name) => name.first >= clause.first && name.last < mention.first && name.names.every((form) => form.role === 'release' || form.role === 'other'),
  )
  return (
    (release || before.some((token) => token.role === null && releaseNouns.has(token.key))) &&
    before.some((token) => ['is', 'runs', 'lasts'].includes(token.key))
  )
}

/** Every length and point in time stands in a cited fact about the same thing, or is the distance of two. */
export function checkDurations(reading: Reading): void {
  for (const mention of reading.durations) {
    const text = reading.textOf(mention)
    if (mention.difference !== null) {
      const pair = isBeforeEnd(reading, mention) ? beforeEnd(reading, mention) : pairApart(reading, mention)
      if (pair.length === 0) reading.refuse('comparison', `no two cited marks are ${text} apart`, mention)
      else
        reading.support(
          mention,
          pair.map((fact) => fact.fact.id),
        )
      continue
    }
    const at = mention.clock && ['at', 'from', 'to', 'by', 'until'].includes(reading.tokens[mention.first - 1]?.key ?? '')
    const keys = reading.keys(reading.clauseOf(mention))
    const long = keys.includes('long') || (keys.includes('runs') && reading.tokens[mention.first - 1]?.key === 'runs')
    const points = keys.includes('begins') || keys.includes('starts') || reading.facts.some((fact) => fact.times.some((time) => time.point))
    const limit = mention.comparator === 'more'
    const found = reading.facts.filter((fact) =>
      fact.times.some((time) => {
        if (fact.fact.property === 'long-tracks-finished') return limit && time.milliseconds === mention.milliseconds
        if (long && time.point) return false
        if (at && ['at', 'from'].includes(reading.tokens[mention.first - 1]?.key ?? '') && time.point && time.milliseconds !== fact.fact.values['startMs'])
          return false
        return (!at || !points || time.point) && (mention.clock || !time.point) && fitsLength(mention, time.milliseconds, time.point)
      }),
    )
    const of = reading.tokens[mention.last + 1]?.key === 'of' ? reading.names.find((name) => name.first === mention.last + 2) : undefined
    if (of !== undefined && reading.tokens[of.last]?.possessive !== true && of.names.every((form) => form.role === 'release' || form.role === 'label'))
      reading.refuse('relation', `${text} is no length of ${reading.textOf(of)}`, of)
    const facts = factsAbout(reading, reading.clauseOf(mention), found).filter(
      (fact) => !['track-length', 'longest-track'].includes(fact.fact.property) || !isOfRelease(reading, mention),
    )
    if (facts.length > 0)
      reading.support(
        mention,
        facts.map((fact) => fact.fact.id),
      )
    else
      reading.refuse(
        'number',
        found.length > 0
          ? `${text} belongs to something else in the cited facts`
          : `the ${mention.clock ? 'time' : 'length'} ${text} is not in the cited facts`,
        mention,
      )
  }
}
