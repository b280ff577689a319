/** What a family of slots is worth to a reader: a fact that only counting can prove most, the item's own name least. */
const worth: Readonly<Record<string, number>> = {
  onlyby: 4,
  firstby: 4,
  onlylabel: 4,
  firstlabel: 4,
  longest: 4,
  nth: 4,
  comp: 2.5,
  remixof: 4,
  relation: 3,
  older: 1,
  newer: 4,
  sameyear: 4,
  sametag: 3,
  samerelease: 3,
  echo: 0.6,
  before: 4,
  again: 4,
  version: 1,
  question: 1.5,
  live: 2,
  guest: 4,
  said: 4,
  notes: 2.5,
  chapters: 3,
  bite: 3,
  host: 1,
  speaker: 1.5,
  number: 0.5,
  date: 0.6,
  runtime: 0.6,
  topics: 0.4,
  item: 0.3,
  length: 0.5,
  brief: 2,
  extended: 2,
}

/** Of all that a rendering speaks of, with less for each further fact: three in a sentence are a list. */
export function worthOf(families: ReadonlySet<string>): number {
  return [...families]
    .map((family) => worth[family] ?? 1.2)
    .toSorted((left, right) => right - left)
    .reduce((sum, value, index) => sum + value / (index + 1), 0.2)
}
