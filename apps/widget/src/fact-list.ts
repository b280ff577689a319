import { html, type TemplateResult } from 'lit'
import type { Evidence } from './embed.js'
import { sayLicence } from './say.js'

const link = (url: string | null, text: string): TemplateResult =>
  url === null ? html`<bdi>${text}</bdi>` : html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`

/** Facts in plain words, each with where it comes from and under which licence. */
export function factList(facts: readonly Evidence[]): TemplateResult {
  return html`<ul class="facts" part="evidence">
    ${facts.map(({ statement, source }) => {
      const licence = sayLicence(source.licence)
      return html`<li class="fact">
        <bdi class="statement">${statement}</bdi>
        <span class="source" part="source">${link(source.url, source.name)}, ${link(licence.url, licence.name)}</span>
      </li>`
    })}
  </ul>`
}
