import type { NameMention, NameRole } from './mentions.js'
import type { Reading } from './reading.js'

const families: Readonly<Partial<Record<NameRole, string>>> = {
  artist: 'maker',
  target: 'maker',
  anchor: 'maker',
  'original-artist': 'maker',
  remixer: 'maker',
  person: 'person',
  show: 'maker',
  label: 'label',
  title: 'work',
  original: 'work',
  release: 'work',
  chapter: 'chapter',
  country: 'country',
  other: 'any',
}

function familiesOf(name: NameMention): Set<string> {
  return new Set(name.names.flatMap((form) => families[form.role] ?? []))
}

function joins(reading: Reading, left: NameMention, right: NameMention): boolean {
  const between = reading.tokens.slice(left.last + 1, right.first)
  return between.length === 1 && between.every((token) => token.role !== 'name' && (token.key === 'and' || token.text === ','))
}

/** Names in one row are different, and of one kind: "Travis, Gilon and Travis", "Sarah and The Changelog" are no rows. */
export function checkEnumerations(reading: Reading): void {
  for (const [index, name] of reading.names.entries()) {
    const row = [name]
    for (const next of reading.names.slice(index + 1)) {
      const last = row.at(-1)
      if (last === undefined || !joins(reading, last, next)) break
      row.push(next)
    }
    const again = reading.names
      .slice(index + 1)
      .find((other) => other.names.some((form) => form.role === 'person' && name.names.some((own) => own.value === form.value)))
    if (again !== undefined) reading.refuse('relation', `${reading.textOf(again)} stands twice`, again)
    const last = row.at(-1)
    if (row.length < 2 || last === undefined) continue
    const values = row.map((entry) => entry.names[0]?.value)
    const twice = row.find((_, position) => values.indexOf(values[position]) !== position)
    if (twice !== undefined && new Set(twice.names.map((form) => form.role)).size === 1)
      reading.refuse('relation', `${reading.textOf(twice)} stands twice in one row`, twice)
    const [own, other] = [familiesOf(name), familiesOf(row[1] ?? name)]
    const joined = reading.tokens[name.last + 1]?.key === 'and'
    if (joined && !own.has('any') && !other.has('any') && ![...own].some((family) => other.has(family)))
      reading.refuse('relation', `${reading.textOf(name)} and ${reading.textOf(row[1] ?? name)} are not of one kind`, row[1] ?? name)
  }
}
