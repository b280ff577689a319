import { reporting } from './en/hearing-words.js'
import type { NameMention } from './mentions.js'
import { normaliseQuote } from './normalise-quote.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function contentOf(content: string): string {
  return normaliseQuote(content).replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/gu, '')
}

/** The words of a speaker in a cited transcript. */
function isSpoken(reading: Reading, name: NameMention): boolean {
  return reading.quotations.some((quotation) =>
    reading.facts.some(
      (fact) =>
        fact.fact.property === 'transcript' &&
        fact.quotes.some((quote) => quote.includes(contentOf(quotation.content))) &&
        name.names.some((form) => form.value === fact.fact.values['speaker'] || form.form === fact.fact.values['speaker']),
    ),
  )
}

/** "the description" of a show may be quoted as the show's. */
function isDescribed(reading: Reading, name: NameMention): boolean {
  return (
    name.names.some((form) => form.role === 'show') &&
    reading.quotations.some((quotation) =>
      reading.facts.some((fact) => fact.fact.property === 'description' && fact.quotes.some((quote) => quote.includes(contentOf(quotation.content)))),
    )
  )
}

/** A description that says itself that somebody says it: "Wes explains why". */
function isReported(reading: Reading, name: NameMention, verb: string): boolean {
  const last = stem(name.names[0]?.keys.at(-1) ?? '')
  return reading.facts.some((fact) =>
    fact.passageStems.some((own, index) => own === last && fact.passageStems.slice(index + 1, index + 3).includes(stem(verb))),
  )
}

/** Only the speaker of a cited transcript says anything, and only word by word; a title or a chapter is nobody's words. */
export function checkReports(reading: Reading): void {
  for (const index of reading.tokens.keys()) {
    if (!reporting.has(keyAt(reading, index)) || keyAt(reading, index + 1) === 'for') continue
    const before = reading.names.find((name) => name.last === index - 1 && reading.tokens[name.last]?.possessive !== true)
    const after = reading.names.find((name) => name.first === index + 1)
    const closes = reading.tokens[index - 1]?.text === ',' || /^[”"’]$/u.test(reading.tokens[index - 1]?.text ?? '')
    const name = before ?? (closes ? after : undefined)
    if (name === undefined || isSpoken(reading, name) || isDescribed(reading, name) || isReported(reading, name, keyAt(reading, index))) continue
    if (!name.names.some((form) => ['person', 'other', 'show', 'artist', 'title', 'label', 'chapter'].includes(form.role))) continue
    reading.refuse('attribution', `no cited passage holds that ${reading.textOf(name)} ${reading.tokens[index]?.text ?? ''} so`, name)
  }
}
