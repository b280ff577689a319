import { timeUnits, units } from './en/units.js'
import type { Comparator, DurationMention } from './mentions.js'
import { readNumber } from './read-number.js'
import type { Token } from './token.js'

export function comparatorBefore(tokens: readonly Token[], index: number): Comparator {
  const one = tokens[index - 1]?.key ?? ''
  const two = `${tokens[index - 2]?.key ?? ''} ${one}`
  if (one === 'over' || two === 'more than' || two === 'longer than') return 'more'
  if (one === 'under' || two === 'fewer than' || two === 'less than' || two === 'shorter than') return 'fewer'
  return ['about', 'around', 'nearly', 'almost', 'roughly'].includes(one) ? 'about' : 'exactly'
}

export function differenceAfter(tokens: readonly Token[], index: number): 'apart' | 'later' | 'earlier' | null {
  const key = tokens[index + 1]?.key
  return key === 'apart' || key === 'later' || key === 'earlier' ? key : key === 'after' ? 'later' : key === 'before' ? 'earlier' : null
}

export function clockOf(text: string): number | null {
  const parts = text.split(':').map(Number)
  if (!/^\d+(?::\d{2}){1,2}$/u.test(text)) return null
  return parts.reduce((total, part) => total * 60 + part, 0) * 1_000
}

/** "nearly an hour", "a year after": the article counts one. */
export function readArticle(tokens: readonly Token[], from: number): { last: number; value: number; ordinal: false; precision: 0 } | null {
  const article = tokens[from]
  if (article?.role !== null || (article.key !== 'a' && article.key !== 'an')) return null
  const noun = tokens[from + 1]?.key ?? ''
  const measured =
    timeUnits.has(noun) &&
    noun !== 'second' &&
    ['nearly', 'almost', 'about', 'around', 'over', 'under', 'than', 'roughly'].includes(tokens[from - 1]?.key ?? '')
  // "half an hour and a bit", "three quarters of an hour and a bit": a part of it, and no whole one.
  const before = [tokens[from - 1]?.key ?? '', tokens[from - 2]?.key ?? '']
  const parted = before[0] === 'half' || (before[0] === 'of' && /^quarters?$/u.test(before[1] ?? ''))
  const joined = timeUnits.has(noun) && noun !== 'second' && tokens[from + 2]?.key === 'and' && !parted
  const apart = noun === 'year' && ['after', 'before', 'later', 'earlier'].includes(tokens[from + 2]?.key ?? '')
  return measured || joined || apart ? { last: from, value: 1, ordinal: false, precision: 0 } : null
}

/** The end of "and a half", also written with hyphens; null where it does not follow. */
function halfAfter(tokens: readonly Token[], last: number): number | null {
  let index = last
  for (const word of ['and', 'a', 'half']) {
    index += tokens[index + 1]?.text === '-' ? 2 : 1
    if (tokens[index]?.key !== word) return null
  }
  return index
}

/** "half a minute". */
function readHalf(tokens: readonly Token[], from: number): DurationMention | null {
  const unit = timeUnits.get(tokens[from + 2]?.key ?? '')
  if (tokens[from]?.role !== null || tokens[from]?.key !== 'half' || !['a', 'an'].includes(tokens[from + 1]?.key ?? '') || unit?.granularity !== 'minute')
    return null
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
export function readDuration(tokens: readonly Token[], from: number): DurationMention | null {
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
    const half = halfAfter(tokens, number.last)
    const noun = half ?? number.last
    const unitAt = noun + 1 + more + (tokens[noun + 1]?.text === '-' ? 1 : 0)
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
    const behind = half === null && ['and', 'a', 'half'].every((word, offset) => tokens[unitAt + 1 + offset]?.key === word)
    if (half !== null && unit.granularity !== 'minute') break
    milliseconds += (number.value + (half !== null || behind ? 0.5 : 0)) * unit.milliseconds
    granularity = half !== null || behind ? (unit.granularity === 'hour' ? 'minute' : 'half-minute') : unit.granularity
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
