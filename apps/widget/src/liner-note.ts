import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { cutText, type Span } from './cut-text.js'
import type { Embed, Evidence } from './embed.js'
import { factList, numberFacts, type NumberedFact } from './fact-list.js'
import { fetchEmbed } from './fetch-embed.js'
import { factStyles } from './fact-styles.js'
import { noteStyles } from './note-styles.js'
import { passageList, passagesOf, type HeardEvidence } from './passage-list.js'
import { PassagePlayer } from './passage-player.js'
import { passageStyles } from './passage-styles.js'
import { sayItem } from './say-item.js'
import { sayState, type State } from './say-state.js'
import { textStyles } from './text-styles.js'

/** What is open: a claim by its place in the text, everything, or nothing. */
type Opened = number | 'all' | null

const home = new URL(import.meta.url).origin

/**
 * `<liner-note item="ID">`: an item with its narrative and the proof of it, in anybody's page. What stands between its tags is shown until the note is
 * there, and where it never comes. Attributes, parts and custom properties: docs/widget.md.
 */
export class LinerNote extends LitElement {
  static override styles = [noteStyles, textStyles, passageStyles, factStyles]
  static override properties = {
    item: {},
    listener: {},
    provider: {},
    styleKind: { attribute: 'style-kind' },
    server: {},
    state: { state: true },
    opened: { state: true },
  }
  declare item: string | null
  declare listener: string | null
  declare provider: string | null
  declare styleKind: string | null
  declare server: string | null
  declare private state: State
  declare private opened: Opened
  readonly #player = new PassagePlayer(this)
  #passages: readonly HeardEvidence[] = []
  #spans: readonly Span[] = []
  #asking: AbortController | null = null

  constructor() {
    super()
    this.state = { type: 'loading' }
    this.opened = null
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking?.abort()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated && this.state.type === 'loading') void this.#load()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['item', 'listener', 'provider', 'styleKind', 'server'].some((name) => changed.has(name)) || !this.hasUpdated) void this.#load()
  }

  /** Asks again. */
  async #load(): Promise<void> {
    this.#asking?.abort()
    const asking = new AbortController()
    this.#asking = asking
    this.state = { type: 'loading' }
    this.opened = null
    this.#player.stop()
    const url = this.#address()
    const fetched = url === null ? ({ type: 'missing' } as const) : await fetchEmbed(url, asking.signal).catch(() => null)
    if (fetched === null || asking.signal.aborted) return
    if (fetched.type === 'embed') {
      const { narrative } = fetched.embed
      this.#passages = passagesOf(narrative?.evidence ?? [])
      this.#spans = narrative === null ? [] : cutText(narrative.text, narrative.claims)
    }
    this.state = fetched
    await this.updateComplete
    this.dispatchEvent(new CustomEvent('liner-note', { bubbles: true, composed: true, detail: { state: fetched.type } }))
  }

  #address(): URL | null {
    if (!this.item) return null
    const origin = this.server ?? home
    if (!URL.canParse(origin)) return null
    const url = new URL(`/embed/${encodeURIComponent(this.item)}.json`, origin)
    if (this.styleKind) url.searchParams.set('style', this.styleKind)
    if (this.provider) url.searchParams.set('provider', this.provider)
    if (this.listener && url.origin === location.origin) url.searchParams.set('listener', this.listener)
    else if (this.listener) console.warn('<liner-note>: `listener` is for pages of the server itself; here the note is for nobody in particular.')
    return url
  }

  protected override render(): TemplateResult {
    const { state } = this
    return html`<article
      class="note"
      part="note"
      @keydown=${this.#closeOnEscape}
      aria-busy=${state.type === 'loading' ? 'true' : 'false'}
      aria-label=${state.type === 'embed' ? `Liner note: ${state.embed.title}` : 'Liner note'}
      lang=${state.type === 'embed' ? 'en' : nothing}
      dir=${state.type === 'embed' ? 'ltr' : nothing}
    >
      ${state.type === 'embed' ? this.#note(state.embed) : this.#fallback(state)}
      <audio preload="none" hidden></audio>
    </article>`
  }

  #note(embed: Embed): TemplateResult {
    const { title, url, narrative } = embed
    return html`
      <header part="header">
        <cite class="title" part="title"
          >${url === null ? html`<bdi>${title}</bdi>` : html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${title}</bdi></a>`}</cite
        >
        <span class="about">${sayItem(embed)}</span>
      </header>
      ${
        narrative === null
          ? html`<p class="state" part="state">There is nothing to say about this one yet that would be true word by word.</p>`
          : html`<p class="text" part="text" lang=${narrative.language} dir="auto">${this.#spans.map((span, place) => this.#span(span, place))}</p>
              ${passageList(this.#passages, this.#player)}
              <div id="facts" aria-live="polite">${this.opened === null ? nothing : factList(this.#openedFacts(narrative.evidence))}</div>
              <footer class="foot" part="disclosure">
                <span>${narrative.disclosure}</span>
                <button class="more" type="button" aria-expanded=${this.opened === 'all'} aria-controls="facts" @click=${() => this.#open('all')}>
                  What it rests on
                </button>
              </footer>`
      }
    `
  }

  #openedFacts(evidence: readonly Evidence[]): readonly NumberedFact[] {
    const { opened } = this
    if (opened === 'all') return numberFacts(this.#spans, evidence)
    const number = this.#spans.slice(0, (opened ?? -1) + 1).filter((span) => span.evidence.length > 0).length
    return (this.#spans[opened ?? -1]?.evidence ?? []).flatMap((place) => (evidence[place] === undefined ? [] : [{ ...evidence[place], number }]))
  }

  #span({ text, evidence }: Span, place: number): TemplateResult | string {
    if (evidence.length === 0) return text
    return html`<span
      class="claim"
      part="claim"
      role="button"
      tabindex="0"
      aria-expanded=${this.opened === place}
      aria-controls="facts"
      @click=${() => this.#open(place)}
      @keydown=${(event: KeyboardEvent) => this.#press(event, place)}
      >${text}</span
    >`
  }

  #open(what: Opened): void {
    this.opened = this.opened === what ? null : what
  }

  #press(event: KeyboardEvent, place: number): void {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    this.#open(place)
  }

  #closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.opened = null
  }

  /** Before the note is there, and where there is none: the words of the page if it has some, else ours. */
  #fallback(state: Exclude<State, { readonly type: 'embed' }>): TemplateResult {
    const said = sayState(state)
    const hasWords = this.textContent.trim() !== ''
    const ours = said === null ? html`<div class="lines"></div>` : html`<p class="state" lang="en" dir="ltr">${said}</p>`
    return html`${hasWords ? html`<div class="fallback"><slot></slot></div>` : ours}
      <footer class="foot" role="status" lang="en" dir="ltr">
        <span>${said === null ? 'Fetching the liner note' : hasWords ? said : nothing}</span>
        ${state.type === 'failed' ? html`<button class="more" type="button" @click=${() => void this.#load()}>Try again</button>` : nothing}
      </footer>`
  }
}

customElements.define('liner-note', LinerNote)
