import { functionWords } from './en/function-words.js'
import type { IndexedFact } from './fact-index.js'
import { normaliseQuote } from './normalise-quote.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'
import { isWord, tokenize } from './token.js'

/** What is said in this part of an episode gives nothing away. */
const FREE_SHARE = 1 / 3

function contentStems(text: string): string[] {
  return tokenize(text)
    .filter(isWord)
    .filter((token) => !functionWords.has(token.key))
    .map((token) => stem(token.key))
}

/** "Is Ansible Too Much?": a passage that repeats most of the question and does not ask answers it. */
function answers(question: string, passage: string): boolean {
  const asked = new Set(contentStems(question))
  const said = new Set(contentStems(passage))
  const shared = [...asked].filter((word) => said.has(word)).length
  return asked.size > 1 && shared / asked.size > 0.6 && !passage.includes('?')
}

function lengthOf(facts: readonly IndexedFact[]): number | null {
  const length = facts.find(({ fact }) => fact.property === 'episode-length')?.fact.values['durationMs']
  return typeof length === 'number' ? length : null
}

/** Nothing is quoted that is said after the first third, where both times are known, and no answer to the question that the title asks. */
export function checkSpoilers(reading: Reading): void {
  const length = lengthOf([...reading.facts, ...reading.others])
  const title = String(reading.item?.fact.values['title'] ?? '')
  for (const quotation of reading.quotations) {
    const content = normaliseQuote(quotation.content).replace(/[.,;:!?\s]+$/u, '')
    const passages = reading.facts.filter(({ fact, quotes }) => fact.property === 'transcript' && quotes.some((quote) => quote.includes(content)))
    const late = passages.filter(({ fact: { values } }) => length !== null && typeof values['startMs'] === 'number' && values['startMs'] > length * FREE_SHARE)
    if (passages.length > 0 && late.length === passages.length) reading.refuse('spoiler', 'it is said after the first third of the episode', quotation)
    else if (title.trim().endsWith('?') && passages.length > 0 && answers(title, quotation.content))
      reading.refuse('spoiler', 'it answers the question that the title asks', quotation)
  }
}
