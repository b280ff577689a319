import type { Embed } from './embed.js'
import { html, type Html } from './html.js'
import { sayItem } from './say-item.js'

export interface SnippetOptions {
  /** Origin of the gateway, e.g. https://notes.example. */
  readonly origin: string
  /** What the element asks for beside the item, as it was asked for. */
  readonly style: 'pitch' | 'blurb' | null
  readonly provider: string | null
}

/** The element with its text inside: what a page shows before the script has come, and where scripts are off. */
export function embedSnippet(embed: Embed, { origin, style, provider }: SnippetOptions): Html {
  const text = embed.narrative?.text ?? null
  return html`<liner-note item="${embed.id}" ${style === null ? null : html` style-kind="${style}"`}${provider === null ? null : html` provider="${provider}"`}>
    ${text === null ? null : html`<p><bdi>${text}</bdi></p> `}
    <p>
      <cite
        ><a href="${origin}/embed/${embed.id}"><bdi>${embed.title}</bdi></a></cite
      >, <bdi>${sayItem(embed)}</bdi>
    </p>
    ${embed.narrative === null ? null : html`<p><small>${embed.narrative.disclosure.label}</small></p> `}</liner-note
  >`
}
