import { within, type NameMention } from './mentions.js'
import type { Reading } from './reading.js'
import { normaliseQuote } from './normalise-quote.js'

const sayingVerbs = new Set(
  'says say said tells told puts asks explains answers calls words warns admits jokes according advises adds notes recalls suggests argues describes'.split(
    ' ',
  ),
)

/** A description is the show's: nobody whom it names says it. */
function checkDescription(reading: Reading): void {
  for (const quotation of reading.quotations) {
    const content = normaliseQuote(quotation.content).replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/gu, '')
    const sources = reading.facts.filter((fact) => fact.quotes.some((quote) => quote.includes(content)))
    if (sources.length === 0 || sources.some((fact) => fact.fact.property === 'transcript')) continue
    for (const name of reading.names.filter((candidate) => !reading.quotations.some((other) => within(candidate, other)))) {
      const beside = [reading.tokens[name.last + 1], reading.tokens[name.first - 1]].some(
        (token) => token?.role !== 'name' && ['says', 'said', 'say', 'adds', 'admits', 'argues'].includes(token?.key ?? ''),
      )
      if (beside && !name.names.some((form) => form.role === 'show'))
        reading.refuse('attribution', `no cited fact says that ${reading.textOf(name)} said “${quotation.content.trim()}”`, name)
    }
  }
}

/** "says Laura Kalbag in JS Party 303", "the description of this one, number 554 of LINUX Unplugged": where it is said. */
function isPlace(reading: Reading, name: NameMention): boolean {
  const [before, second] = [reading.tokens[name.first - 1]?.key ?? '', reading.tokens[name.first - 2]?.key ?? '']
  const behind = ['in', 'of', 'on', 'from'].includes(['this', 'the'].includes(before) ? second : before)
  const speaks = sayingVerbs.has(reading.tokens[name.last + 1]?.key ?? '')
  return behind && !speaks && name.names.some((form) => form.role === 'show' || form.role === 'title')
}

/** A quotation is put into nobody's mouth but its speaker's. */
export function checkAttribution(reading: Reading): void {
  checkDescription(reading)
  const people = reading.names.filter((name) => name.names.some((form) => ['person', 'artist', 'other', 'show', 'title'].includes(form.role)))
  for (const quotation of reading.quotations) {
    const outside = people.filter((name) => !reading.quotations.some((other) => within(name, other)))
    const content = normaliseQuote(quotation.content).replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/gu, '')
    const sources = reading.facts.filter((fact) => fact.fact.property === 'transcript' && fact.quotes.some((quote) => quote.includes(content)))
    const literal = reading.facts.filter((fact) => fact.quotes.some((quote) => quote.includes(content)))
    if (literal.length === 0) continue
    const said = reading.tokens.some((token) => token.role !== 'name' && token.role !== 'quotation' && sayingVerbs.has(token.key))
    const described = reading.tokens.some((token, index) => token.key === 'description' && sayingVerbs.has(reading.tokens[index + 1]?.key ?? ''))
    for (const name of outside) {
      // "At LINUX Unplugged: “…”": where it is said, not who says it.
      if (reading.tokens[name.first - 1]?.key === 'at' && name.names.some((form) => form.role === 'show') && sources.length === 0) continue
      if (isPlace(reading, name)) continue
      // "The description calls Rhino Linux “…”": the description says it.
      if (described && !sayingVerbs.has(reading.tokens[name.last + 1]?.key ?? '') && reading.tokens[name.last + 1]?.text !== ':') continue
      // "A tells B": B is told.
      if (['tells', 'told', 'asks'].includes(reading.tokens[name.first - 1]?.key ?? '') && outside.some((other) => other.last === name.first - 2)) continue
      const next = reading.tokens[name.last + 1]
      const attributed = said || (next?.text === ':' && name.last < quotation.first) || reading.tokens[name.last]?.possessive === true
      const beside = [reading.tokens[name.last + 1], reading.tokens[name.first - 1]].some(
        (token) => token?.role !== 'name' && sayingVerbs.has(token?.key ?? ''),
      )
      if (name.names.every((form) => form.role === 'other' || form.role === 'show') && !beside && next?.text !== ':') continue
      const person = name.names.some((form) => form.role === 'person')
      if (!attributed && !(person && sources.length > 0)) continue
      const speaker = sources.some((fact) => name.names.some((form) => form.value === fact.fact.values['speaker'] || form.form === fact.fact.values['speaker']))
      if (speaker) continue
      if (!attributed && sources.every((fact) => fact.fact.values['speaker'] === null)) continue
      reading.refuse('attribution', `no cited fact says that ${reading.textOf(name)} said “${quotation.content.trim()}”`, name)
    }
  }
}
