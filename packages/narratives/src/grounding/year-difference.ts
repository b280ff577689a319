import type { Reading } from './reading.js'

function releaseYears(reading: Reading): { year: number; id: string; title: unknown }[] {
  return [...reading.facts, ...reading.previous].flatMap((fact) =>
    fact.dates
      .filter((date) => date.role === 'release' || date.role === 'episode')
      .map((date) => ({ year: Number(date.value.slice(0, 4)), id: fact.fact.id, title: fact.fact.values['title'] })),
  )
}

/** "one year later": two releases that far apart, seen from the year that the sentence names, if it names one. */
export function hasYearDifference(reading: Reading, years: number, direction: 'apart' | 'later' | 'earlier'): readonly string[] | null {
  const known = releaseYears(reading)
  const from = reading.dates.find((date) => /^\d{4}$/u.test(date.value) && !date.decade)
  const sign = direction === 'earlier' ? -1 : 1
  for (const start of known) {
    if (from !== undefined && direction !== 'apart' && start.year !== Number(from.value)) continue
    const end = known.find(
      (other) => other.id !== start.id && (direction === 'apart' ? Math.abs(other.year - start.year) === years : other.year === start.year + sign * years),
    )
    const itemTitle = reading.item?.fact.values['title']
    if (end !== undefined && (direction === 'apart' || from !== undefined || itemTitle === undefined || end.title === undefined || end.title === itemTitle))
      return [start.id, end.id]
  }
  return null
}
