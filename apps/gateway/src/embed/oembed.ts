import type { Embed } from './embed.js'
import { html } from './html.js'

const widest = 640
const narrowest = 240

/** oEmbed 1.0, type rich: a frame, so that whoever embeds need not trust us with a script in their page. */
export function oEmbed(embed: Embed, origin: string, most: { readonly width: number | null; readonly height: number | null }): object {
  const width = Math.max(narrowest, Math.min(widest, most.width ?? widest))
  // A pitch of sixty words, with its proof, in a column of that width.
  const wanted = embed.kind === 'episode' ? (width < 420 ? 480 : 380) : width < 420 ? 340 : 300
  const height = Math.min(wanted, most.height ?? wanted)
  const frame = html`<iframe
    src="${origin}/embed/${embed.id}"
    width="${width}"
    height="${height}"
    title="${embed.title}: ${embed.by}"
    loading="lazy"
    referrerpolicy="no-referrer"
    sandbox="allow-scripts allow-same-origin allow-popups"
    frameborder="0"
  ></iframe>`
  return {
    version: '1.0',
    type: 'rich',
    title: embed.title,
    author_name: embed.by,
    provider_name: 'Liner Notes',
    provider_url: origin,
    cache_age: 300,
    width,
    height,
    // On one line: it is pasted into other people's text.
    html: frame.text.replaceAll(/\s+/g, ' '),
  }
}
