import type { ReactiveController, ReactiveControllerHost } from 'lit'

export interface Passage {
  /** With the media fragment, so that a browser that knows them asks for just this part. */
  readonly url: string
  readonly startMs: number
  /** null: open; it plays until somebody stops it. */
  readonly endMs: number | null
}

/** Who plays now: one at a time on a page, however many notes are in it. */
const speaking = new Set<PassagePlayer>()

/** Plays passages of sounds, and stops where they end. Nothing is asked for before somebody presses play. */
export class PassagePlayer implements ReactiveController {
  state: 'silent' | 'waiting' | 'playing' | 'failed' = 'silent'
  passage: Passage | null = null
  /** In the whole sound. */
  positionMs = 0
  #audio: HTMLAudioElement | null = null
  #frame = 0

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.stop()
  }

  /** Plays, or pauses what plays. */
  toggle(passage: Passage): void {
    if (this.passage === passage && (this.state === 'playing' || this.state === 'waiting')) return this.#pause()
    for (const other of speaking) if (other !== this) other.stop()
    speaking.add(this)
    const audio = this.#element()
    const isAnother = this.passage !== passage || this.state === 'failed'
    this.passage = passage
    if (isAnother) {
      this.positionMs = passage.startMs
      audio.src = passage.url
    }
    this.#enter('waiting')
    audio.play().catch((error: unknown) => {
      // A pause while it loads ends the promise, too, and is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#fail()
    })
  }

  stop(): void {
    this.#audio?.pause()
    this.#enter('silent')
  }

  #element(): HTMLAudioElement {
    const audio = this.host.renderRoot.querySelector('audio')
    if (audio === null) throw new Error('The element has not been rendered yet.')
    if (this.#audio === audio) return audio
    this.#audio = audio
    audio.addEventListener('loadedmetadata', () => this.#seek(audio))
    audio.addEventListener('playing', () => this.#follow(audio))
    audio.addEventListener('ended', () => this.#end(audio))
    audio.addEventListener('error', () => this.#fail())
    return audio
  }

  /** For browsers that do not know media fragments. */
  #seek(audio: HTMLAudioElement): void {
    const start = (this.passage?.startMs ?? 0) / 1_000
    if (Math.abs(audio.currentTime - start) > 0.25) audio.currentTime = start
  }

  #follow(audio: HTMLAudioElement): void {
    const { passage } = this
    if (passage === null) return
    // A server without ranges plays from the beginning: another passage than the one that was promised.
    if (audio.currentTime * 1_000 < passage.startMs - 1_000) return this.#fail()
    this.#enter('playing')
    cancelAnimationFrame(this.#frame)
    const look = (): void => {
      this.positionMs = audio.currentTime * 1_000
      if (passage.endMs !== null && this.positionMs >= passage.endMs) return this.#end(audio)
      // The browser stops by itself at the end of a fragment, or when another program takes the sound.
      if (audio.paused) return passage.endMs !== null && passage.endMs - this.positionMs < 300 ? this.#end(audio) : this.#pause()
      this.host.requestUpdate()
      this.#frame = requestAnimationFrame(look)
    }
    look()
  }

  #end(audio: HTMLAudioElement): void {
    audio.pause()
    cancelAnimationFrame(this.#frame)
    if (this.passage !== null) this.positionMs = this.passage.endMs ?? this.passage.startMs
    // Another press plays it again.
    this.passage = null
    this.#enter('silent')
  }

  #pause(): void {
    this.#audio?.pause()
    this.#enter('silent')
  }

  #fail(): void {
    this.#audio?.pause()
    this.#enter('failed')
  }

  #enter(state: PassagePlayer['state']): void {
    if (state !== 'playing') cancelAnimationFrame(this.#frame)
    if (state === 'silent' || state === 'failed') speaking.delete(this)
    this.state = state
    this.host.requestUpdate()
  }
}
