import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Evidence } from './embed.js'
import type { Passage, PassagePlayer } from './passage-player.js'
import { sayLength } from './say.js'

/** A passage with what is said of it. */
export interface HeardEvidence extends Passage {
  readonly label: string
}

/** What can be heard of the evidence: untimed words have no player. */
export function passagesOf(evidence: readonly Evidence[]): readonly HeardEvidence[] {
  return evidence.flatMap(({ listenUrl, startMs, endMs, quote, speaker, title }) =>
    listenUrl === null || startMs === null
      ? []
      : [{ url: listenUrl, startMs, endMs: endMs !== null && endMs > startMs ? endMs : null, label: labelOf(quote, speaker, title) }],
  )
}

function labelOf(quote: string | null, speaker: string | null, title: string | null): string {
  if (quote === null) return title ?? 'Hear it from here'
  return speaker === null ? 'Hear it said' : `Hear ${speaker} say it`
}

const play = svg`<path d="M7 4.5v15l12-7.5z" />`
const pause = svg`<path d="M6.5 5h4v14h-4zM13.5 5h4v14h-4z" />`

/** The passages as the titles on a sleeve: press one, and it plays. */
export function passageList(passages: readonly HeardEvidence[], player: PassagePlayer): TemplateResult | typeof nothing {
  if (passages.length === 0) return nothing
  return html`<ul class="passages" role="list" part="passages">
    ${passages.map((passage) => passageRow(passage, player))}
  </ul>`
}

function passageRow(passage: HeardEvidence, player: PassagePlayer): TemplateResult {
  const { startMs, endMs, label } = passage
  const isThis = player.passage === passage
  const isOn = isThis && (player.state === 'playing' || player.state === 'waiting')
  const span = endMs === null ? sayLength(startMs) : `${sayLength(startMs)}–${sayLength(endMs)}`
  const at = isThis && player.state === 'playing' ? sayLength(player.positionMs) : span
  return html`<li class="passage">
    <button class="play" part="play" type="button" @click=${() => player.toggle(passage)}>
      <svg viewBox="0 0 24 24" aria-hidden="true">${isOn ? pause : play}</svg>
      <span class="what"><span class="visually-hidden">${isOn ? 'Pause: ' : 'Play: '}</span><bdi>${label}</bdi></span>
      <span class="when" aria-hidden=${isOn}>${at}</span>
    </button>
    ${isThis && endMs !== null && player.state !== 'failed' ? html`<progress aria-label="How far" max=${endMs - startMs} .value=${Math.max(0, player.positionMs - startMs)}></progress>` : nothing}
    ${
      isThis && player.state === 'failed'
        ? html`<p class="trouble" role="status">
            It cannot be played from here. <a href=${passage.url} target="_blank" rel="noopener noreferrer">Open the sound at ${sayLength(startMs)}</a>
          </p>`
        : nothing
    }
  </li>`
}
