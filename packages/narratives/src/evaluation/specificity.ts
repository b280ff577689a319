import type { Evidence } from '@linernotes/catalog'
import { numberWords } from '../grounding/number-words.js'
import { tokenize } from '../grounding/token.js'
import type { Narrative } from '../narrative.js'
import { monthName } from './terms.js'

/** Values that are no names: what a release or a talk is about. */
const noNames = new Set(['tag', 'tags', 'topic', 'genre', 'relation', 'quote'])

/** A concrete fact: a supported clause with a number, a date or a name that is not the item's own title or maker. */
export function isSpecific(
  narrative: Pick<Narrative, 'text' | 'claims'>,
  item: { readonly title: string; readonly by: string },
  evidence: readonly Evidence[],
): boolean {
  return narrative.claims.some((claim) => {
    if (claim.support !== 'supported') return false
    const clause = without(narrative.text.slice(claim.start, claim.end), [item.title, item.by])
    if (tokenize(clause).some((token) => token.kind === 'number' || /\d/u.test(token.text) || (token.key !== 'one' && numberWords.has(token.key)))) return true
    const names = evidence.filter(({ id }) => claim.evidenceIds.includes(id)).flatMap(namesOf)
    return names.some((name) => clause.toLowerCase().includes(name.toLowerCase()))
  })
}

function without(text: string, names: readonly string[]): string {
  return names.filter((name) => name !== '').reduce((rest, name) => rest.replaceAll(name, ' '), text)
}

function namesOf({ values }: Evidence): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'string' || value.trim() === '' || noNames.has(key)) return []
    const month = /^\d{4}-(?<month>\d{2})/u.exec(value)?.groups?.['month']
    return [month === undefined ? value : monthName(month)]
  })
}
