import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import type { DurationMention } from './mentions.js'
import type { Reading } from './reading.js'

const size = { second: 1_000, minute: 60_000, hour: 3_600_000 } as const

/** Lengths may be rounded to what the sentence names, never to a neighbour. */
function matches(mention: DurationMention, milliseconds: number): boolean {
  const unit = size[mention.granularity]
  const [floor, round, said] = [Math.floor(milliseconds / unit), Math.round(milliseconds / unit), Math.round(mention.milliseconds / unit)]
  if (mention.comparator === 'more') return floor === said && milliseconds >= mention.milliseconds
  if (mention.comparator === 'fewer') return Math.ceil(milliseconds / unit) === said && milliseconds < mention.milliseconds
  return mention.granularity === 'second' ? floor === said || round === said : round === said
}

function pairApart(reading: Reading, mention: DurationMention): IndexedFact[] {
  const points = reading.facts.flatMap((fact) => fact.times.filter((time) => time.point).map((time) => ({ fact, milliseconds: time.milliseconds })))
  const unit = size[mention.granularity]
  for (const left of points) {
    for (const right of points) {
      const gap = right.milliseconds - left.milliseconds
      if (left.fact !== right.fact && gap > 0 && (Math.floor(gap / unit) * unit === mention.milliseconds || Math.round(gap / unit) * unit === mention.milliseconds)) return [left.fact, right.fact]
    }
  }
  return []
}

/** Every length and point in time stands in a cited fact about the same thing, or is the distance of two. */
export function checkDurations(reading: Reading): void {
  for (const mention of reading.durations) {
    const text = reading.textOf(mention)
    if (mention.difference !== null) {
      const pair = pairApart(reading, mention)
      if (pair.length === 0) reading.refuse('comparison', `no two cited marks are ${text} apart`, mention)
      else reading.support(mention, pair.map((fact) => fact.fact.id))
      continue
    }
    const at = mention.clock && ['at', 'from', 'to', 'by', 'until'].includes(reading.tokens[mention.first - 1]?.key ?? '')
    const limit = mention.comparator === 'more'
    const found = reading.facts.filter((fact) =>
      fact.times.some((time) => {
        if (fact.fact.property === 'long-tracks-finished') return limit && time.milliseconds === mention.milliseconds
        return (!at || time.point) && (mention.clock || !time.point) && matches(mention, time.milliseconds)
      }),
    )
    const facts = factsAbout(reading, reading.clauseOf(mention), found)
    if (facts.length > 0) reading.support(mention, facts.map((fact) => fact.fact.id))
    else reading.refuse('number', found.length > 0 ? `${text} belongs to something else in the cited facts` : `the ${mention.clock ? 'time' : 'length'} ${text} is not in the cited facts`, mention)
  }
}
