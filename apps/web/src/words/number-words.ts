const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const

/** A count, spelled out up to twelve: "three", "14". Zero is "no". */
export const countWord = (count: number): string => small[count] ?? String(count)

/** "3rd", "11th", "22nd". */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th')
  return `${number}${ending}`
}

/** A share of 0 to 1 as a whole percentage; what is there, but rounds to nothing, is "under 1 %". */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  return whole === 0 && share > 0 ? 'under 1 %' : `${whole} %`
}

/** A length as it stands on a sleeve: 3:22, 1:35:37. null: not known. */
export function length(milliseconds: number | null): string | null {
  if (milliseconds === null) return null
  const seconds = Math.round(milliseconds / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60]
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A moment as a day in words, in UTC: 1 December 2026. */
export const day = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(moment))

/** The year of a date that may be partial: 1997, 1997-05. null: not known. */
export const year = (date: string | null | undefined): string | null => /^\d{4}/.exec(date ?? '')?.[0] ?? null
