const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const months = 'January February March April May June July August September October November December'.split(' ')

/** Below a hundred in words, else in figures with commas. */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return inFigures(value)
  if (value < 20) return small[value] ?? ''
  const rest = value % 10
  return `${tens[Math.floor(value / 10)] ?? ''}${rest === 0 ? '' : `-${small[rest] ?? ''}`}`
}

export function inFigures(value: number): string {
  return value.toLocaleString('en')
}

/** How often: once, twice, three times, 41 times. */
export function inTimes(value: number): string {
  if (value === 1) return 'once'
  return value === 2 ? 'twice' : `${value < 13 ? inWords(value) : inFigures(value)} times`
}

/** 33 plays; one play. */
export function countOf(value: number, noun: string): string {
  return `${value < 13 ? inWords(value) : inFigures(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** 2018-03 as March 2018, 2018-03-09 as 9 March 2018; null where it is neither. */
export function dateInWords(date: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date) ?? []
  const name = months[Number(month) - 1]
  if (year === undefined || name === undefined) return null
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** 222,000 ms as three minutes and forty-two seconds; null from an hour on. */
export function lengthInWords(milliseconds: number): string | null {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 1 || seconds >= 3600) return null
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const parts = [
    minutes === 0 ? '' : `${inWords(minutes)} minute${minutes === 1 ? '' : 's'}`,
    rest === 0 ? '' : `${inWords(rest)} second${rest === 1 ? '' : 's'}`,
  ]
  return parts.filter((part) => part !== '').join(' and ')
}

/** As a player shows it: 8:03, 1:06:11. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')]
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
