import { units } from './en/units.js'
import type { DurationMention, NumberMention, Unit } from './mentions.js'
import { clockOf, comparatorBefore, differenceAfter, readArticle, readDuration } from './read-duration.js'
import { readNumber } from './read-number.js'
import type { Token } from './token.js'

const pronounBefore = new Set('this that the another which an any every each next no some these those as you its'.split(' '))

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
    // "Not one of your plays": none.
    if (token.key === 'one' && number.value === 1 && tokens[index - 1]?.key === 'not') continue
    if (token.key === 'once' && tokens[index - 1]?.key === 'not') {
      token.role = 'function'
      continue
    }
    // "Where the two meet": both of what was named, and no count.
    const both = number.value === 2 && !number.ordinal && token.key === 'two' && tokens[index - 1]?.key === 'the'
    if (both && ['meet', 'are', 'is', 'do', 'go', 'stand', 'sit', ',', '.'].includes(tokens[index + 1]?.key ?? '.')) {
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
    const again =
      unit === null &&
      !number.ordinal &&
      numbers.some((other) => other.unit === 'play') &&
      tokens[number.last + 1]?.key === 'of' &&
      tokens[number.last + 2]?.role === 'name'
    const whole =
      unit === null && !number.ordinal && ['of', 'your', 'plays'].every((word, offset) => tokens[offset]?.key === word) && tokens[index + 1]?.key === 'were'
    const there =
      unit === null &&
      tokens[index - 2]?.key === 'there' &&
      tokens[index - 1]?.key === 'were' &&
      tokens.slice(0, index).some((token_) => token_.role === null && token_.key === 'plays')
    const people =
      unit === null &&
      (['also', 'play'].includes(tokens[number.last + 1]?.key ?? '') || (tokens[number.last + 1]?.key === 'of' && tokens[number.last + 2]?.key === 'them')) &&
      tokens.slice(0, index).some((token_) => ['people', 'listeners', 'those'].includes(token_.key))
    const placed: Unit | null =
      nounBefore !== undefined
        ? (units.get(nounBefore.key) ?? null)
        : people
          ? 'person'
          : echoed || again || whole || there
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
