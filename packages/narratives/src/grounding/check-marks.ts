import { functionWords } from './en/function-words.js'
import type { IndexedFact } from './fact-index.js'
import type { Clause, DurationMention } from './mentions.js'
import { within } from './mentions.js'
import { normaliseQuote } from './normalise-quote.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

function close(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The cited chapters and quotations that a clause speaks of: by name, by quotation, or by words of their title. */
function spokenOf(reading: Reading, clause: Clause): IndexedFact[] {
  const inside = reading.quotations.filter((quotation) => within(quotation, clause)).map((quotation) => normaliseQuote(quotation.content))
  const words = reading.tokens
    .slice(clause.first, clause.last + 1)
    .filter((token) => token.kind === 'word' && token.role !== 'name' && token.role !== 'quotation' && !functionWords.has(token.key))
    .map((token) => stem(token.key))
  const timed = reading.facts.filter((fact) => fact.times.some((time) => time.point))
  const named = timed.filter(
    (fact) =>
      reading.names.some((name) => within(name, clause) && name.names.some((form) => form.factId === fact.fact.id && form.role === 'chapter')) ||
      inside.some((content) => fact.quotes.some((quote) => quote.includes(content.replace(/[.,;:!?\s]+$/u, '')))),
  )
  if (named.length > 0) return named
  // "GrapheneOS" is spoken of in “Graphene OS Update”.
  const tags = reading.tags.filter((tag) => within(tag, clause)).map((tag) => close(tag.tag))
  const tagged = timed.filter((fact) => fact.fact.property === 'chapter' && tags.some((tag) => fact.quotes.some((quote) => close(quote).includes(tag))))
  if (tagged.length > 0) return tagged
  return timed.filter((fact) => fact.fact.property === 'chapter' && words.some((word) => fact.passageStems.includes(word)))
}

function pointFacts(reading: Reading, mention: DurationMention): IndexedFact[] {
  const support = reading.supports.find((entry) => entry.first === mention.first && entry.last === mention.last)
  return reading.facts.filter((fact) => support?.factIds.includes(fact.fact.id) === true && fact.times.some((time) => time.point))
}

/** "Plex is in the Hall of Fame": two chapters follow each other, and have no more to do with each other. */
function checkChapters(reading: Reading): void {
  const chapters = reading.names.filter((name) => name.names.every((form) => form.role === 'chapter'))
  for (const left of chapters) {
    const right = chapters.find((name) => name.first > left.last && name.first <= left.last + 4)
    const joined = right !== undefined && ['is', 'are', 'was', 'were', 'joins', 'meets', 'in', 'on'].includes(reading.tokens[left.last + 1]?.key ?? '')
    if (joined && !left.names.some((form) => right.names.some((other) => other.factId === form.factId)))
      reading.refuse('relation', `no cited fact says that of ${reading.textOf(left)}`, left)
  }
}

/** A time of day in an episode stands beside what happens then, and beside nothing else. */
export function checkMarks(reading: Reading): void {
  checkChapters(reading)
  for (const mention of reading.durations.filter((candidate) => candidate.clock)) {
    const facts = pointFacts(reading, mention)
    if (facts.length === 0) continue
    const clause = reading.clauseOf(mention)
    const [left, right] = [reading.clauses.findLast((other) => other.last < clause.first), reading.clauses.find((other) => other.first > clause.last)]
    const leads = mention.first - clause.first < 2 && [',', ':'].includes(reading.tokens[clause.last]?.text ?? '')
    const around = (leads ? [right] : [left, right]).flatMap((other) =>
      other === undefined || reading.durations.some((time) => within(time, other)) ? [] : [other],
    )
    const beside = reading.names.find(
      (name) => name.last === mention.first - 2 && reading.tokens[mention.first - 1]?.key === 'at' && name.names.some((form) => form.role === 'chapter'),
    )
    if (beside !== undefined && !facts.some((fact) => beside.names.some((form) => form.factId === fact.fact.id)))
      reading.refuse('relation', `${reading.textOf(beside)} is at another time in the cited facts`, mention)
    const own = spokenOf(reading, clause)
    const spoken = own.length > 0 ? own : around.flatMap((other) => spokenOf(reading, other))
    const condition = left !== undefined && reading.tokens[left.first]?.key === 'if'
    const said = [clause, ...(leads || condition ? around : [])]
    const titled =
      reading.names.some((name) => said.some((other) => within(name, other)) && !name.names.some((form) => ['person', 'chapter'].includes(form.role))) ||
      reading.tags.some((tag) => within(tag, clause)) ||
      reading.quotations.some((quotation) => said.some((other) => within(quotation, other)))
    if (spoken.length === 0 ? titled && facts.every((fact) => fact.fact.property === 'chapter') : !spoken.some((fact) => facts.includes(fact)))
      reading.refuse('relation', `at ${reading.textOf(mention)} the cited facts have something else`, mention)
  }
}
