import { timeUnits, units } from './en/units.js'
import type { Comparator, DurationMention, NumberMention, Unit } from './mentions.js'
import { readNumber } from './read-number.js'
import type { Token } from './token.js'

const pronounBefore = new Set('this that the another which an any every each next no some these those as you its'.split(' '))

function comparatorBefore(tokens: readonly Token[], index: number): Comparator {
  const one = tokens[index - 1]?.key ?? ''
  const two = `${tokens[index - 2]?.key ?? ''} ${one}`
  if (one === 'over' || two === 'more than' || two === 'longer than') return 'more'
  if (one === 'under' || two === 'fewer than' || two === 'less than' || two === 'shorter than') return 'fewer'
  return ['about', 'around', 'nearly', 'almost', 'roughly'].includes(one) ? 'about' : 'exactly'
}

function differenceAfter(tokens: readonly Token[], index: number): 'apart' | 'later' | 'earlier' | null {
  const key = tokens[index + 1]?.key
  return key === 'apart' || key === 'later' || key === 'earlier' ? key : key === 'after' ? 'later' : key === 'before' ? 'earlier' : null
}

/** The noun that a number counts: "31 aaahh records tracks" counts tracks. */
function unitAfter(tokens: readonly Token[], from: number): Unit | null {
  for (let index = from + 1, skipped = 0; index < tokens.length && skipped < 9; index += 1, skipped += 1) {
    const token = tokens[index]
    if (token === undefined || (token.kind === 'mark' && token.text !== '-' && token.role !== 'name' && token.role !== 'tag')) return null
    const unit = token.role === null ? units.get(token.key) : undefined
    if (unit !== undefined) return unit
    if (token.key === 'those' && tokens[index + 1]?.key === 'who') return 'person'
    if (
      token.role !== 'name' &&
      token.role !== 'tag' &&
      token.text !== '-' &&
      !['other', 'of', 'more', 'its', 'his', 'their', 'different', 'long', 'the', 'them', 'these', 'your'].includes(token.key)
    )
      return null
  }
  return null
}

function take(tokens: readonly Token[], first: number, last: number): void {
  for (const token of tokens.slice(first, last + 1)) token.role = 'number'
}

function clockOf(text: string): number | null {
  const parts = text.split(':').map(Number)
  if (!/^\d+(?::\d{2}){1,2}$/u.test(text)) return null
  return parts.reduce((total, part) => total * 60 + part, 0) * 1_000
}

/** "nearly an hour", "a year after": the article counts one. */
function readArticle(tokens: readonly Token[], from: number): { last: number; value: number; ordinal: false; precision: 0 } | null {
  const article = tokens[from]
  if (article?.role !== null || (article.key !== 'a' && article.key !== 'an')) return null
  const noun = tokens[from + 1]?.key ?? ''
  const measured =
    timeUnits.has(noun) &&
    noun !== 'second' &&
    ['nearly', 'almost', 'about', 'around', 'over', 'under', 'than', 'roughly'].includes(tokens[from - 1]?.key ?? '')
  const joined = timeUnits.has(noun) && noun !== 'second' && tokens[from + 2]?.key === 'and'
  const apart = noun === 'year' && ['after', 'before', 'later', 'earlier'].includes(tokens[from + 2]?.key ?? '')
  return measured || joined || apart ? { last: from, value: 1, ordinal: false, precision: 0 } : null
}

/** "half a minute". */
function readHalf(tokens: readonly Token[], from: number): DurationMention | null {
  const unit = timeUnits.get(tokens[from + 2]?.key ?? '')
  if (tokens[from]?.role !== null || tokens[from]?.key !== 'half' || !['a', 'an'].includes(tokens[from + 1]?.key ?? '') || unit?.granularity !== 'minute') return null
  return {
    first: from,
    last: from + 2,
    milliseconds: unit.milliseconds / 2,
    granularity: 'half-minute',
    clock: false,
    comparator: comparatorBefore(tokens, from),
    difference: differenceAfter(tokens, from + 2),
  }
}

/** "eight minutes and twenty-three seconds", "two minutes twenty-three", "over seven minutes". */
function readDuration(tokens: readonly Token[], from: number): DurationMention | null {
  let index = from
  let milliseconds = 0
  let granularity: DurationMention['granularity'] | null = null
  let last = from - 1
  const halved = readHalf(tokens, from)
  if (halved !== null) return halved
  for (;;) {
    const number = readNumber(tokens, index) ?? readArticle(tokens, index)
    if (number === null || number.ordinal) break
    const more = tokens[number.last + 1]?.key === 'more' && timeUnits.has(tokens[number.last + 2]?.key ?? '') ? 1 : 0
    const half = ['and', 'a', 'half'].every((word, offset) => tokens[number.last + 1 + offset]?.key === word)
    const unitAt = number.last + 1 + more + (half ? 3 : tokens[number.last + 1]?.text === '-' ? 1 : 0)
    const unit = tokens[unitAt]?.role === null ? timeUnits.get(tokens[unitAt]?.key ?? '') : undefined
    if (unit === undefined) {
      if (granularity === 'minute' && number.value < 60 && index === last + 1 && units.get(tokens[number.last + 1]?.key ?? '') === undefined) {
        milliseconds += number.value * 1_000
        granularity = 'second'
        last = number.last
      }
      break
    }
    // "a minute and a half" says the half behind its noun.
    const behind = !half && ['and', 'a', 'half'].every((word, offset) => tokens[unitAt + 1 + offset]?.key === word)
    if (half && unit.granularity !== 'minute') break
    milliseconds += (number.value + (half || behind ? 0.5 : 0)) * unit.milliseconds
    granularity = half || behind ? (unit.granularity === 'hour' ? 'minute' : 'half-minute') : unit.granularity
    last = unitAt + (behind ? 3 : 0)
    index = last + 1
    if (behind) break
    index = last + 1
    if (tokens[index]?.key === 'and' || tokens[index]?.text === ',') index += 1
  }
  if (granularity === null) return null
  return {
    first: from,
    last,
    milliseconds,
    granularity,
    clock: false,
    comparator: comparatorBefore(tokens, from),
    difference: differenceAfter(tokens, last) ?? (tokens[last + 1]?.key === 'to' && tokens[last + 2]?.role === 'name' ? 'apart' : null),
  }
}

/** Numbers, lengths and times of day outside names and quotations; their tokens are taken. */
export function findNumbers(tokens: Token[]): { readonly numbers: NumberMention[]; readonly durations: DurationMention[] } {
  const numbers: NumberMention[] = []
  const durations: DurationMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.role !== null) continue
    const clock = token.kind === 'number' ? clockOf(token.text) : null
    const duration: DurationMention | null =
      clock === null
        ? readDuration(tokens, index)
        : {
            first: index,
            last: index,
            milliseconds: clock,
            granularity: 'second',
            clock: true,
            comparator: comparatorBefore(tokens, index),
            difference: differenceAfter(tokens, index),
          }
    if (duration !== null) {
      durations.push(duration)
      take(tokens, duration.first, duration.last)
      index = duration.last
      continue
    }
    const number = readNumber(tokens, index) ?? readArticle(tokens, index)
    if (number === null || (number.ordinal && number.value === 1)) continue
    if (token.key === 'once' && tokens[index - 1]?.key === 'not') {
      token.role = 'function'
      continue
    }
    const counted = ['once', 'twice', 'thrice'].includes(token.key)
    const of = number.last + (tokens[number.last + 1]?.key === 'out' ? 2 : 1)
    const ofNumber = tokens[of]?.key === 'of' ? readNumber(tokens, ['the', 'your'].includes(tokens[of + 1]?.key ?? '') ? of + 2 : of + 1) : null
    const unit = counted ? 'play' : unitAfter(tokens, ofNumber?.last ?? number.last)
    if (token.key === 'one' && number.last === index && ((unit === null && ofNumber === null) || pronounBefore.has(tokens[index - 1]?.key ?? ''))) continue
    const before = tokens[index - 1]
    if (token.key === 'one' && unit === 'release' && number.last === index && before?.key === 'of' && ofNumber === null) continue
    // "31 plays to one and 1,214 to the other": the noun is said once.
    const listed = numbers.at(-1)
    const nounBefore =
      unit === null && before?.key === 'the' && ['you', 'youve'].includes(tokens[number.last + 1]?.key ?? '')
        ? tokens.slice(0, index).findLast((token_) => token_.role === null && units.has(token_.key))
        : undefined
    const echoed =
      unit === null &&
      !number.ordinal &&
      before?.role === 'name' &&
      listed?.unit === 'play' &&
      tokens[index + 1]?.role !== 'name' &&
      tokens.slice(listed.last, index).some((token_) => token_.key === 'and')
    const again = unit === null && !number.ordinal && numbers.some((other) => other.unit === 'play') && tokens[number.last + 1]?.key === 'of' && tokens[number.last + 2]?.role === 'name'
    const people =
      unit === null &&
      (['also', 'play'].includes(tokens[number.last + 1]?.key ?? '') || (tokens[number.last + 1]?.key === 'of' && tokens[number.last + 2]?.key === 'them')) &&
      tokens.slice(0, index).some((token_) => ['people', 'listeners', 'those'].includes(token_.key))
    const placed: Unit | null =
      nounBefore !== undefined
        ? (units.get(nounBefore.key) ?? null)
        : people
          ? 'person'
          : echoed || again
            ? 'play'
            : unit === null && (before?.key === 'episode' || before?.key === 'number' || before?.role === 'name')
              ? 'episode'
              : unit
    if (token.key === 'one' && ofNumber !== null) {
      token.role = 'function'
      continue
    }
    const last = ofNumber?.last ?? number.last
    numbers.push({
      first: index,
      last,
      value: number.value,
      ordinal: number.ordinal || (unit === null && placed === 'episode'),
      precision: number.precision,
      unit: placed,
      comparator: comparatorBefore(tokens, index),
      of: ofNumber?.value ?? null,
      difference: differenceAfter(tokens, unit === null ? last : last + 1),
    })
    take(tokens, index, last)
    index = last
  }
  return { numbers, durations }
}
