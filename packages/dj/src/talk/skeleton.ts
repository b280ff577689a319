import type { Evidence } from '@linernotes/catalog'

const numbers =
  /\b(?:\d[\d.,:]*|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\b/giu
const months = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)

/** A sentence without its names, numbers and dates: two that have the same one are the same phrase. */
export function skeletonOf(sentence: string, facts: readonly Evidence[]): string {
  const values = facts.flatMap(({ values: own }) =>
    Object.values(own).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : [])),
  )
  // An expression for each of hundreds of names costs more than the rest of a talk.
  const lower = sentence.toLowerCase()
  const names = [...new Set(values)]
    .filter((value) => value.length > 1 && lower.includes(value.toLowerCase()))
    .toSorted((one, other) => other.length - one.length)
  const unnamed = names.reduce((text, name) => text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escape(name)}(?![\\p{L}\\p{N}])`, 'giu'), '_'), sentence)
  return unnamed
    .replaceAll(/[“‘"][^”’"]*[”’"]/gu, '_')
    .replaceAll(months, '#')
    .replaceAll(numbers, '#')
    .replaceAll(/#(?: #)+/gu, '#')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Nothing but names: said as often as there are names. */
export function isBare(skeleton: string): boolean {
  return !/\p{L}/u.test(skeleton)
}
