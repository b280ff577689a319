const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ordinals: Readonly<Record<string, number>> = { other: 2, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 }

/** A number in digits or in words below a hundred, for a pattern. */
export const NUMBER = `\\d{1,4}(?: \\d{1,2})?|(?:${tens.slice(2).join('|')})(?: (?:${small.slice(1, 10).join('|')}))?|${small.join('|')}|a couple of|a few|half an|an?`
export const ORDINAL = `\\d{1,2}(?:st|nd|rd|th)|${Object.keys(ordinals).join('|')}`

/** null: it is none. */
export function readNumber(words: string): number | null {
  if (/^\d+$/u.test(words)) return Number(words)
  if (words === 'a' || words === 'an') return 1
  if (words === 'a couple of') return 2
  if (words === 'a few') return 3
  if (words === 'half an') return 0.5
  const [first = '', second] = words.split(' ')
  const ten = tens.indexOf(first)
  if (ten > 1) return ten * 10 + (second === undefined ? 0 : Math.max(0, small.indexOf(second)))
  const one = small.indexOf(first)
  return one === -1 ? null : one
}

export function readOrdinal(words: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(words)?.[1]
  return digits === undefined ? (ordinals[words] ?? null) : Number(digits)
}
