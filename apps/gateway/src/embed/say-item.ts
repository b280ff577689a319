import type { Embed } from './embed.js'

/** "LINUX Unplugged, 12 March 2019, 1:12:40": what stands beside a title. */
export function sayItem({ by, publishedOn, durationMs, release, kind }: Embed): string {
  const date = publishedOn === null ? null : kind === 'track' ? publishedOn.slice(0, 4) : sayDate(publishedOn)
  return [by, release, date, durationMs === null ? null : sayLength(durationMs)].filter((part) => part !== null && part !== '').join(' · ')
}

const two = (value: number): string => String(value).padStart(2, '0')

/** 27:29, 1:02:03. */
export function sayLength(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const sayDate = (date: string): string => new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
