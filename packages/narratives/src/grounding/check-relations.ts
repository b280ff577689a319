import type { IndexedFact } from './fact-index.js'
import { within, type NameMention, type NameRole } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

function has(name: NameMention | undefined, ...roles: readonly NameRole[]): boolean {
  return name !== undefined && name.names.some((entry) => roles.includes(entry.role))
}

function nameAt(reading: Reading, index: number): NameMention | undefined {
  return reading.names.find((name) => name.first === index)
}

/** The artists and people that the facts credit with the item. */
function isCredited(reading: Reading, name: NameMention): boolean {
  const credits = reading.facts.filter((fact) =>
    ['item', 'guest', 'host', 'speaker', 'first-release-by-artist', 'only-release-by-artist', 'nth-release-in-year', 'releases-in-year', 'remix-of'].includes(
      fact.fact.property,
    ),
  )
  const remixers = reading.item?.names.filter((entry) => entry.role === 'remixer' || (entry.role === 'title' && entry.form !== entry.value)) ?? []
  return name.names.some(
    (form) =>
      remixers.some((entry) => entry.form === form.form) ||
      credits.some((fact) =>
        fact.names.some(
          (entry) => ['artist', 'original-artist', 'person', 'show'].includes(entry.role) && (entry.form === form.form || entry.value === form.value),
        ),
      ),
  )
}

/** "live with openSUSE": as the description has it. */
function isWithInPassage(reading: Reading, name: NameMention): boolean {
  const first = stem(name.names[0]?.keys[0] ?? '')
  const verb = stem(reading.tokens[name.first - 2]?.key ?? '')
  return reading.facts.some((fact) =>
    fact.passageStems.some((own, at) => own === first && fact.passageStems[at - 1] === 'with' && fact.passageStems[at - 2] === verb),
  )
}

/** "shares ten listeners with NAME". */
function sharesListeners(reading: Reading, name: NameMention): boolean {
  const number = reading.numbers.findLast((candidate) => candidate.last < name.first && candidate.unit === 'person')
  return number !== undefined && /^shares?$/u.test(reading.tokens[number.first - 1]?.key ?? '') && number.last === name.first - 3
}

function checkCredits(reading: Reading): void {
  for (const name of reading.names) {
    const before = reading.tokens[name.first - 1]
    const after = reading.tokens[name.last + 1]
    const owned = reading.tokens[name.last]?.possessive === true ? nameAt(reading, name.last + 1) : undefined
    const titled = has(name, 'title', 'release', 'original', 'chapter')
    const credited =
      before?.role !== 'mark' && ['by', 'with', 'featuring', 'feat', 'ft', 'alongside'].includes(before?.key ?? '') && !(before?.key === 'with' && titled)
    const joined =
      ['and', ','].includes(before?.key ?? '') &&
      reading.names.some((other) => other.last === name.first - 2 && ['by', 'featuring'].includes(reading.tokens[other.first - 1]?.key ?? ''))
    const makes = ['made', 'wrote', 'recorded'].includes(after?.key ?? '')
    const owns = owned !== undefined && has(owned, 'title', 'original') && !titled
    const influenced = ['influenced', 'inspired'].includes(reading.tokens[name.first - 2]?.key ?? '')
    const released = before?.key === 'by' && ['released', 'issued', 'out'].includes(reading.tokens[name.first - 2]?.key ?? '') && has(name, 'label')
    if (
      (credited || makes || owns || (joined && !titled && !has(name, 'label'))) &&
      !influenced &&
      !(before?.key === 'with' && (sharesListeners(reading, name) || isWithInPassage(reading, name))) &&
      !released &&
      !isCredited(reading, name)
    )
      reading.refuse('relation', `no cited fact credits ${reading.textOf(name)}`, name)
  }
}

function checkRemix(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (
      token.role === 'name' ||
      token.role === 'quotation' ||
      !/^(?:remix|remixes|version|rework|remixed)$/u.test(token.key) ||
      reading.tokens[index + 1]?.key !== 'of'
    )
      continue
    const target = reading.names.find((name) => name.first > index && name.first <= index + 4)
    if (target === undefined) continue
    const original = reading.facts.some(
      (fact) =>
        fact.fact.property === 'remix-of' &&
        target.names.some((form) => form.value === fact.fact.values['original'] || form.value === fact.fact.values['originalArtist']),
    )
    const subject = reading.names.find((name) => name.last < index && has(name, 'title', 'original'))
    const reversed =
      subject !== undefined &&
      !subject.names.some((form) => reading.facts.some((fact) => fact.fact.property === 'remix-of' && form.value === fact.fact.values['title']))
    if (!original || reversed) reading.refuse('relation', `no cited fact says that it is a remix of ${reading.textOf(target)}`, target)
  }
}

function relationFacts(reading: Reading): IndexedFact[] {
  return reading.facts.filter((fact) => fact.fact.property === 'artist-relation')
}

/** "A, influenced by B" and "B influenced A" are one fact, "A influenced B" is another. */
function checkDirection(reading: Reading): void {
  for (const fact of relationFacts(reading)) {
    const { artist, target, relation } = fact.fact.values
    for (const clause of reading.clauses.length === 0 ? [] : [{ first: 0, last: reading.tokens.length - 1 }]) {
      const find = (value: unknown): NameMention | undefined =>
        reading.names.find((name) => within(name, clause) && name.names.some((form) => form.value === value))
      const [subject, object] = [find(artist), find(target)]
      const passive = typeof relation === 'string' && relation.endsWith(' by')
      const verb =
        typeof relation === 'string'
          ? reading.tokens.findIndex(
              (token) => token.role !== 'name' && relation.split(' ').some((word) => word.length > 3 && token.key.startsWith(word.slice(0, 5).toLowerCase())),
            )
          : -1
      if (object === undefined || verb < 0) continue
      const by = reading.tokens.slice(verb, object.first).some((token) => token.key === 'by')
      const objectAfter = object.first > verb
      const turned = reading.tokens.some((token) => token.role !== 'name' && ['which', 'whose', 'whom', 'has', 'had'].includes(token.key))
      const forward = passive
        ? objectAfter
          ? by
          : !reading.tokens.slice(verb).some((token) => token.key === 'by')
        : objectAfter
          ? !by
          : turned || !reading.tokens.slice(verb).some((token) => token.key === 'of' || token.key === 'in')
      const ordered = subject === undefined || (objectAfter ? subject.first < object.first : subject.first > verb)
      if (!forward || !ordered) reading.refuse('relation', `the fact says: ${fact.fact.statement}`, object)
    }
  }
}

/** "influenced by Kato": the one after the word is one of those whom the fact relates. */
function checkRelated(reading: Reading): void {
  const facts = relationFacts(reading)
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role === 'name' || token.role === 'quotation' || !/^(?:influenced?s?|members?|founder|founded|collaborat)/u.test(token.key)) continue
    const stated = facts.filter(
      (fact) => fact.fact.statement.toLowerCase().includes(token.key.slice(0, 6)) || String(fact.fact.values['relation']).includes(token.key.slice(0, 6)),
    )
    const elsewhere = reading.facts.some(
      (fact) =>
        fact.fact.property !== 'artist-relation' && (fact.statementKeys.has(token.key) || fact.fact.statement.toLowerCase().includes(token.key.slice(0, 5))),
    )
    if (stated.length === 0 && !elsewhere) reading.refuse('relation', `no cited fact says “${token.text}”`, { first: index, last: index })
    const subject = reading.names.findLast((name) => name.last < index && within(name, reading.clauseOf({ first: index })))
    if (subject !== undefined && stated.length > 0 && has(subject, 'title', 'release', 'label') && !has(subject, 'artist', 'target'))
      reading.refuse('relation', `no cited fact relates ${reading.textOf(subject)} so`, subject)
    const object = reading.names.find((name) => name.first > index && name.first <= index + 3 && within(name, reading.clauseOf({ first: index })))
    if (object !== undefined && stated.length > 0 && !stated.some((fact) => fact.names.some((own) => object.names.some((form) => form.value === own.value))))
      reading.refuse('relation', `no cited fact relates ${reading.textOf(object)} so`, object)
  }
}

/** Credits, remixes and relations hold in the direction in which the facts state them. */
export function checkRelations(reading: Reading): void {
  checkCredits(reading)
  checkRemix(reading)
  checkDirection(reading)
  checkRelated(reading)
}
