import { negations } from './en/other-words.js'
import type { Reading } from './reading.js'
import { normaliseQuote } from './normalise-quote.js'
import { tokenize, isWord } from './token.js'

function strip(text: string): string {
  return normaliseQuote(text).replace(/^[\s.,;:!?]+|[\s.,;:!?]+$/gu, '')
}

/** A quotation that begins right after "not" turns its source round. */
function cutsNegation(source: string, start: number): boolean {
  const before =
    source
      .slice(0, start)
      .split(/[.!?;]|\bbut\b/u)
      .at(-1) ?? ''
  return tokenize(before)
    .filter(isWord)
    .slice(-5)
    .some((token) => negations.has(token.key))
}

function findIn(source: string, content: string): 'literal' | 'turned' | null {
  // Nothing is everywhere, and looking for it would never end.
  if (content === '') return null
  for (let start = source.indexOf(content); start >= 0; start = source.indexOf(content, start + 1)) {
    const whole = !/[\p{L}\p{N}]/u.test(source[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(source[start + content.length] ?? ' ')
    if (whole) return cutsNegation(source, start) ? 'turned' : 'literal'
  }
  return null
}

/** What stands between quotation marks is a passage of a cited transcript or description, a title, or words of a title. */
export function checkQuotations(reading: Reading): void {
  if (reading.unclosed !== null) {
    const index = reading.tokens.indexOf(reading.unclosed)
    reading.refuse('quotation', 'a quotation mark without its partner', { first: index, last: index })
  }
  for (const quotation of reading.quotations) {
    const content = strip(quotation.content)
    const passages =
      content === ''
        ? []
        : reading.facts.flatMap((fact) => fact.quotes.map((quote) => ({ fact, found: findIn(quote, content) }))).filter(({ found }) => found !== null)
    const literal = passages.filter(({ found }) => found === 'literal')
    const titles = reading.facts.filter((fact) =>
      fact.names.some(
        (name) =>
          name.role !== 'other' &&
          (strip(name.form) === content ||
            (['title', 'release', 'show', 'chapter'].includes(name.role) && findIn(normaliseQuote(name.value), content) === 'literal')),
      ),
    )
    const ids = (literal.length > 0 ? literal.map(({ fact }) => fact) : titles).map((fact) => fact.fact.id)
    if (content === '' || ids.length === 0)
      reading.refuse(
        'quotation',
        passages.length > 0 ? 'the quotation leaves out a “not”' : `“${quotation.content.trim()}” is quoted from no cited fact`,
        quotation,
      )
    else reading.support(quotation, ids)
  }
}
