import type { Embed, EmbedEvidence } from './embed.js'
import { embedJsonLd } from './embed-json-ld.js'
import { embedSnippet, type SnippetOptions } from './embed-snippet.js'
import { html, jsonForScript, type Html } from './html.js'
import { sayLicence } from './say-licence.js'
import { sayItem, sayLength } from './say-item.js'

/** A page for one item: readable without scripts, evidence included; for frames, for search engines, and to link to. */
export function embedPage(embed: Embed, options: SnippetOptions): string {
  const { origin } = options
  const page = `${origin}/embed/${embed.id}`
  const description = embed.narrative?.text ?? sayItem(embed)
  const oembed = `${origin}/oembed?format=json&url=${encodeURIComponent(page)}`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${embed.title}: ${embed.by}</title>
        <meta name="description" content="${description}" />
        <meta property="og:type" content="${embed.kind === 'track' ? 'music.song' : 'article'}" />
        <meta property="og:title" content="${embed.title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:url" content="${page}" />
        <meta property="og:site_name" content="Liner Notes" />
        <link rel="canonical" href="${page}" />
        <link rel="alternate" type="application/json+oembed" href="${oembed}" title="${embed.title}" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/widget/embed.css" />
        <script type="application/ld+json">
          ${jsonForScript(embedJsonLd(embed, origin))}
        </script>
        <script type="module" src="/widget/liner-note.js"></script>
      </head>
      <body>
        <main>
          <h1><bdi>${embed.title}</bdi></h1>
          ${embedSnippet(embed, options)}
          ${embed.narrative === null ? html`<p class="refusal">${embed.refusal?.message ?? ''}</p>` : evidenceList(embed.narrative.evidence)}
        </main>
      </body>
    </html>`.text
}

/** For readers without scripts; with them, the widget tells the same. */
const evidenceList = (evidence: readonly EmbedEvidence[]): Html =>
  html`<noscript>
    <h2>What this rests on</h2>
    <ul>
      ${evidence.map(
        ({ statement, listenUrl, startMs, source }) =>
          html` <li>
            <bdi>${statement}</bdi>${listenUrl === null || startMs === null ? null : html` <a href="${listenUrl}">Hear it from ${sayLength(startMs)}</a>.`}
            <small
              >${source.url === null ? html`<bdi>${source.name}</bdi>` : html`<a href="${source.url}"><bdi>${source.name}</bdi></a>`},
              ${sayLicence(source.licence)}</small
            >
          </li>`,
      )}
    </ul>
  </noscript>`

/** What stands at the address of an item that is not there. */
export const missingPage = (): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>No such item: Liner Notes</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/widget/embed.css" />
      </head>
      <body>
        <main>
          <h1>There is no such item here</h1>
          <p>It was withdrawn, or the address is not complete.</p>
        </main>
      </body>
    </html>`.text
