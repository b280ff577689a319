const small = [
  ...'zero one two three four five six seven eight nine ten'.split(' '),
  ...'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** 0 to 999 in words ('two hundred and twelve'); digits outside of that. */
export function numberWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return String(value)
  if (value < 20) return small[value] ?? String(value)
  if (value < 100) return value % 10 === 0 ? `${tens[value / 10]}` : `${tens[Math.floor(value / 10)]}-${small[value % 10]}`
  const rest = value % 100
  return `${small[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` and ${numberWords(rest)}`}`
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** 'third', '11th', '22nd'. */
export function ordinalWords(value: number): string {
  const word = ordinals[value]
  if (word !== undefined && word !== '') return word
  const suffix = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${suffix}`
}
