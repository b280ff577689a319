import type { SteerOperation } from '../steer-operation.js'

/** An operation said back, as a listener would check it. `names`: how ids are called. */
export function sayOperation(operation: SteerOperation, names: ReadonlyMap<string, string>): string {
  const called = (ids: readonly string[]): string => listOf([...new Set(ids.map((id) => names.get(id) ?? 'what you named'))].map((name) => `“${name}”`))
  switch (operation.type) {
    case 'energy':
      return operation.direction === 'calmer' ? 'Calmer from the next one on.' : 'Livelier from the next one on.'
    case 'more-like':
      return `More like ${called(operation.seedIds)}.`
    case 'play':
      return `${called(operation.ids)}, as soon as possible.`
    case 'without':
      return `No more ${called(operation.ids)}.`
    case 'years':
      return sayYears(operation)
    case 'only-tags':
      return operation.tags.length === 0 ? 'Any genre.' : `Only what is tagged ${listOf(operation.tags, 'or')}.`
    case 'without-tags':
      return `Nothing that is tagged ${listOf(operation.tags, 'or')}.`
    case 'length':
      return sayLength(operation)
    case 'rediscover':
      return operation.year === null ? 'What you used to play, and have not for long.' : `What you played in ${operation.year}.`
    case 'adventurousness':
      return operation.value >= 0.7
        ? 'Further from what you know.'
        : operation.value <= 0.3
          ? 'Closer to what you know.'
          : `Adventurousness ${operation.value}.`
    case 'kinds':
      return operation.kinds.length > 1 ? 'Music and episodes.' : operation.kinds[0] === 'episode' ? 'Episodes only.' : 'Music only.'
    case 'episode':
      return `An episode${operation.topic === null ? '' : ` about ${operation.topic}`}${operation.maxMs === null ? '' : `, of at most ${minutes(operation.maxMs)}`}.`
    case 'talk':
      return operation.talkEvery === 0
        ? 'No more talk.'
        : operation.talkEvery === 1
          ? 'A few words before every one.'
          : `A few words before every ${ordinal(operation.talkEvery)} one.`
    case 'playback':
      return { skip: 'Skipping this one.', pause: 'Paused.', resume: 'Going on.', end: 'That was it for now.' }[operation.action]
    case 'forget-requests':
      return 'Back to how it was before your wishes.'
  }
}

function sayYears({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  if (from === null && to === null) return 'Any year.'
  if (from === null) return `Only ${to} and earlier.`
  if (to === null) return `Only ${from} and later.`
  return from === to ? `Only ${from}.` : `Only ${from} to ${to}.`
}

function sayLength({ minMs, maxMs }: { readonly minMs: number | null; readonly maxMs: number | null }): string {
  if (maxMs !== null) return `Nothing over ${minutes(maxMs)}.`
  return minMs === null ? 'Any length.' : `Nothing under ${minutes(minMs)}.`
}

function minutes(ms: number): string {
  const whole = Math.floor(ms / 60_000)
  const seconds = Math.round((ms % 60_000) / 1_000)
  if (seconds > 0) return `${whole}:${String(seconds).padStart(2, '0')} minutes`
  return whole === 1 ? 'a minute' : `${whole} minutes`
}

const ordinal = (n: number): string =>
  ['second', 'third', 'fourth', 'fifth'][n - 2] ?? `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

function listOf(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
