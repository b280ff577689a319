const small = [
  ...'zero one two three four five six seven eight nine ten'.split(' '),
  ...'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const months = 'January February March April May June July August September October November December'.split(' ')

/** In words below a hundred, in digits from there on. */
export function inWords(value: number): string {
  if (value < 20) return small[value] ?? String(value)
  if (value >= 100) return String(value)
  return value % 10 === 0 ? `${tens[value / 10]}` : `${tens[Math.floor(value / 10)]}-${small[value % 10]}`
}

export const figure = (value: number): string => (value <= 10 ? inWords(value) : value.toLocaleString('en'))

/** 'once', 'twice', 'five times'. */
export function times(value: number): string {
  if (value === 1) return 'once'
  return value === 2 ? 'twice' : `${figure(value)} times`
}

/** 'four of the five', 'all five', 'both', '34 of the 41': of those that were played, which the sentence has to say. */
export function share(part: number, whole: number, say: (value: number) => string = whole <= 10 ? inWords : String): string {
  if (part === whole) return whole === 2 ? 'both' : `all ${say(whole)}`
  return `${say(part)} of the ${whole <= 10 ? inWords(whole) : whole}`
}

const pad = (value: number) => String(value).padStart(2, '0')

/** 27:48, 1:02:33; to the second, as players show it. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`
}

/** '30 July 2021' from 2021-07-30; null where it is no day. */
export function day(date: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date)
  const month = months[Number(match?.[2]) - 1]
  return match === null || month === undefined ? null : `${Number(match[3])} ${month} ${match[1]}`
}

/** 'July 2021' from 2021-07-30; null where it is no month. */
export function monthOf(date: string): string | null {
  const match = /^(\d{4})-(\d{2})/u.exec(date)
  const named = months[Number(match?.[2]) - 1]
  return match === null || named === undefined ? null : `${named} ${match[1]}`
}
