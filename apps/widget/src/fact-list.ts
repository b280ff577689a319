import { html, type TemplateResult } from 'lit'
import type { Span } from './cut-text.js'
import type { Evidence } from './embed.js'
import { sayLicence } from './say.js'

const link = (url: string | null, text: string): TemplateResult =>
  url === null ? html`<bdi>${text}</bdi>` : html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`

export interface NumberedFact extends Evidence {
  /** Of the claim in the text, from 1. */
  readonly number: number
}

/** What the claims of a text rest on, in the order of the text; a fact has the number of the first claim that rests on it. */
export function numberFacts(spans: readonly Span[], evidence: readonly Evidence[]): readonly NumberedFact[] {
  const claims = spans.filter((span) => span.evidence.length > 0)
  const places = new Set(claims.flatMap((claim) => claim.evidence))
  return [...places].flatMap((place) => {
    const fact = evidence[place]
    return fact === undefined ? [] : [{ ...fact, number: 1 + claims.findIndex((claim) => claim.evidence.includes(place)) }]
  })
}

/** Facts in plain words, each with where it comes from and under which licence. */
export function factList(facts: readonly NumberedFact[]): TemplateResult {
  return html`<ul class="facts" role="list" part="evidence">
    ${facts.map(({ number, statement, source }) => {
      const licence = sayLicence(source.licence)
      return html`<li class="fact">
        <span class="number" aria-hidden="true">${number}</span>
        <div>
          <bdi class="statement">${statement}</bdi>
          <span class="source" part="source">${link(source.url, source.name)}, ${link(licence.url, licence.name)}</span>
        </div>
      </li>`
    })}
  </ul>`
}
