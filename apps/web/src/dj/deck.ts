import { EMPTY_DECK, type Cue, type DeckState } from './deck-state'
import { hearCaptions } from './hear-captions'

interface DeckEvents {
  readonly onBegan: (key: string) => void
  readonly onEnded: (key: string, playedMs: number) => void
}

const TICK_MS = 250
/** Longer than any server that is alive takes to begin. */
const PATIENCE_MS = 8_000

/** Plays one item after the other, each after its talk. Where the sound of an item cannot be reached, time passes as if it played. */
export class Deck {
  #state = EMPTY_DECK
  #cue: Cue | null = null
  #isHeld = true
  #begun: string | null = null
  #ticking: ReturnType<typeof setInterval> | null = null
  #waiting: ReturnType<typeof setTimeout> | null = null
  readonly #readers = new Set<() => void>()

  readonly #closing = new AbortController()

  constructor(
    private readonly item: HTMLAudioElement,
    private readonly voice: HTMLAudioElement,
    private readonly events: DeckEvents,
  ) {
    const { signal } = this.#closing
    const on = (element: HTMLAudioElement, event: string, act: () => void): void => element.addEventListener(event, act, { signal })
    on(item, 'timeupdate', () => this.#isSounding() && this.#change({ elapsedMs: item.currentTime * 1_000 }))
    on(item, 'durationchange', () => this.#isSounding() && Number.isFinite(item.duration) && this.#change({ lengthMs: item.duration * 1_000 }))
    on(item, 'playing', () => this.#stopWaiting())
    on(item, 'ended', () => this.#isSounding() && this.#end())
    on(item, 'error', () => this.#isSounding() && this.#goSilent())
    on(voice, 'ended', () => this.#state.phase === 'talk' && this.#beginItem())
    on(voice, 'error', () => this.#state.phase === 'talk' && this.#beginItem())
  }

  /** Stops, and lets go of the elements. */
  close(): void {
    this.clear()
    this.#closing.abort()
  }

  readonly read = (): DeckState => this.#state
  readonly subscribe = (reader: () => void): (() => void) => {
    this.#readers.add(reader)
    return () => this.#readers.delete(reader)
  }

  /** Puts something on; it begins at once unless the deck is held. */
  put(cue: Cue): void {
    this.clear()
    this.#cue = cue
    this.#change({ ...EMPTY_DECK, lengthMs: cue.lengthMs, phase: cue.voice === null ? 'item' : 'talk' })
    if (cue.voice === null) return this.#beginItem()
    this.voice.src = cue.voice.url
    if (cue.voice.captionsUrl !== null) hearCaptions(this.voice, cue.voice.captionsUrl, cue.voice.language, (caption) => this.#caption(caption))
    if (!this.#isHeld) this.#playTalk()
  }

  hold(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return
    this.#isHeld = isHeld
    if (isHeld) {
      this.item.pause()
      this.voice.pause()
      this.#stopTicking()
      this.#stopWaiting()
    } else if (this.#state.phase === 'talk') this.#playTalk()
    else if (this.#state.phase === 'item') this.#playItem()
  }

  /** Tries again what the browser did not allow, now that somebody touched the page. */
  unblock(): void {
    if (!this.#state.isBlocked) return
    this.#change({ isBlocked: false })
    if (this.#state.phase === 'talk') this.#playTalk()
    else if (this.#state.phase === 'item') this.#playItem()
  }

  /** Ends the talk where it is, and begins the item. */
  cutTalk(): void {
    if (this.#state.phase === 'talk') this.#beginItem()
  }

  clear(): void {
    this.#stopTicking()
    this.#stopWaiting()
    this.#cue = null
    for (const element of [this.item, this.voice]) {
      element.pause()
      element.removeAttribute('src')
    }
    this.voice.replaceChildren()
    this.#change(EMPTY_DECK)
  }

  #isSounding(): boolean {
    return this.#state.phase === 'item' && !this.#state.isSilent && this.#cue !== null
  }

  #beginItem(): void {
    if (this.#cue === null) return
    this.voice.pause()
    this.#change({ phase: 'item', caption: null, isSilent: this.#cue.itemUrl === null })
    if (this.#cue.itemUrl !== null) this.item.src = this.#cue.itemUrl
    if (!this.#isHeld) this.#playItem()
  }

  #playTalk(): void {
    this.#begin()
    this.#play(this.voice)
  }

  /** Told once for each that is put on, talk included, and not before it really plays. */
  #begin(): void {
    const key = this.#cue?.key
    if (key === undefined || key === this.#begun) return
    this.#begun = key
    this.events.onBegan(key)
  }

  #playItem(): void {
    this.#begin()
    if (this.#state.isSilent) return this.#tick()
    this.#waiting = setTimeout(() => this.#goSilent(), PATIENCE_MS)
    this.#play(this.item)
  }

  #play(element: HTMLAudioElement): void {
    element.play().then(
      () => this.#change({ isBlocked: false }),
      (error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'NotAllowedError')) return
        this.#stopWaiting()
        this.#change({ isBlocked: true })
      },
    )
  }

  #goSilent(): void {
    this.#stopWaiting()
    if (this.#state.phase !== 'item' || this.#state.isSilent || this.#cue === null) return
    this.item.pause()
    this.#change({ isSilent: true, lengthMs: this.#cue.lengthMs })
    if (!this.#isHeld) this.#tick()
  }

  #tick(): void {
    this.#stopTicking()
    let at = performance.now()
    this.#ticking = setInterval(() => {
      const now = performance.now()
      this.#change({ elapsedMs: Math.min(this.#state.lengthMs, this.#state.elapsedMs + now - at) })
      at = now
      if (this.#state.elapsedMs >= this.#state.lengthMs) this.#end()
    }, TICK_MS)
  }

  #end(): void {
    this.#stopTicking()
    const { key } = this.#cue ?? {}
    const { elapsedMs } = this.#state
    if (key === undefined) return
    this.#cue = null
    this.events.onEnded(key, Math.round(elapsedMs))
  }

  #caption(caption: string | null): void {
    if (this.#state.phase === 'talk') this.#change({ caption })
  }

  #stopTicking(): void {
    if (this.#ticking !== null) clearInterval(this.#ticking)
    this.#ticking = null
  }

  #stopWaiting(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = null
  }

  #change(change: Partial<DeckState>): void {
    this.#state = { ...this.#state, ...change }
    for (const reader of this.#readers) reader()
  }
}
