import type { NarrativeClaim } from '../../narrative.js'
import { escapeHtml } from './escape-html.js'

/** A text with its clauses marked by what they rest on; `numberOf` names the facts as the page numbers them. */
export function renderClaims(text: string, claims: readonly NarrativeClaim[], numberOf: (evidenceId: string) => string | null): string {
  let html = ''
  let from = 0
  for (const { start, end, support, evidenceIds } of claims.toSorted((left, right) => left.start - right.start)) {
    if (start < from || end > text.length || start >= end) continue
    const facts = evidenceIds.flatMap((id) => numberOf(id) ?? [])
    const note = support === 'opinion' ? 'opinion' : facts.join(' ')
    html += `${escapeHtml(text.slice(from, start))}<span class="${support}">${escapeHtml(text.slice(start, end))}<sup>${escapeHtml(note)}</sup></span>`
    from = end
  }
  return html + escapeHtml(text.slice(from))
}
