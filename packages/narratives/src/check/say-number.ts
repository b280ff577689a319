const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** 0 to 999 in English words: "two hundred and twelve". */
export function sayNumber(value: number): string {
  if (value < 20) return ones[value] ?? String(value)
  if (value < 100) return `${tens[Math.floor(value / 10) - 2] ?? ''}${value % 10 === 0 ? '' : `-${ones[value % 10] ?? ''}`}`
  const rest = value % 100
  return `${ones[Math.floor(value / 100)] ?? ''} hundred${rest === 0 ? '' : ` and ${sayNumber(rest)}`}`
}

const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** 0 to 10 as an ordinal in English, else null. */
export function sayOrdinal(value: number): string | null {
  return ordinals[value] ?? null
}
