import { numberWords } from './number-words.js'
import type { Token } from './token.js'

export interface ReadNumber {
  readonly last: number
  readonly value: number
  readonly ordinal: boolean
  readonly precision: number
}

function readDigits(token: Token): Omit<ReadNumber, 'last'> | null {
  const match = /^(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?<suffix>k|K|st|nd|rd|th)?$/u.exec(token.text)
  if (match?.groups === undefined) return null
  const digits = (match.groups['digits'] ?? '').replaceAll(',', '')
  const thousands = /k/iu.test(match.groups['suffix'] ?? '')
  const decimals = digits.split('.')[1]?.length ?? 0
  return {
    value: Number(digits) * (thousands ? 1_000 : 1),
    ordinal: /[a-z]/u.test(match.groups['suffix'] ?? '') && !thousands,
    precision: thousands ? 1_000 / 10 ** decimals : 0,
  }
}

/** A number in digits or words that begins at `from`: "212", "1.2k", "3rd", "thirty-one", "two hundred and twelve". */
export function readNumber(tokens: readonly Token[], from: number): ReadNumber | null {
  const first = tokens[from]
  if (first === undefined || first.role !== null) return null
  const digits = first.kind === 'number' ? readDigits(first) : null
  if (digits !== null) return { ...digits, last: from }
  let total = 0
  let current: number | null = null
  let previous: 'unit' | 'ten' | 'scale' | null = null
  let ordinal = false
  let last = from - 1
  for (let index = from; index < tokens.length && !ordinal; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.role === 'name' || token.role === 'quotation') break
    const joins = previous !== null && (token.text === '-' || (token.key === 'and' && previous === 'scale'))
    if (joins && numberWords.has(tokens[index + 1]?.key ?? '')) continue
    const word = token.kind === 'word' ? numberWords.get(token.key) : undefined
    if (word === undefined) break
    if (word.class === 'unit' && (previous === 'unit' || (previous === 'ten' && word.value > 9))) break
    if (word.class === 'ten' && (previous === 'unit' || previous === 'ten')) break
    if (word.class === 'scale') {
      const scaled: number = (current ?? 1) * word.value
      if (word.value >= 1_000) {
        total += scaled
        current = null
      } else current = scaled
    } else current = (current ?? 0) + word.value
    previous = word.class
    ordinal = word.ordinal
    last = index
  }
  return last < from ? null : { last, value: total + (current ?? 0), ordinal, precision: 0 }
}
