import type { SpokenText } from '@linernotes/speech'
import type { SessionState, PlacedSegment } from './session-state.js'
import { Retelling } from './talk/retelling.js'
import { remembering } from './talk/talk-memory.js'
import type { WrittenTalk } from './talk/talk-writer.js'
import { within } from './within.js'

/** What is not ready so long before the end of the item that plays is finished by the house narrator. */
const DEADLINE_MS = 2_000
/** The first item waits this long for its talk. */
const OPENING_MS = 2_500
/** And so much longer for its voice. */
const OPENING_SPEECH_MS = 1_000
/** After the transition that came too early, as when an item was skipped; then nobody speaks. */
const GRACE_MS = 300

interface Preparation {
  readonly segmentId: string
  readonly hurry: AbortController
  readonly stop: AbortController
}

/** Prepares what is said before the next item while the one before it plays. */
export class SessionTalk {
  #preparation: Preparation | null = null
  /** Of the item that began before its talk was there. */
  #late: Preparation | null = null

  constructor(
    private readonly state: SessionState,
    private readonly onSettled: () => void,
  ) {}

  /** When the house narrator has to take over; null: nothing is being prepared, or nobody knows when the item ends. */
  get deadline(): number | null {
    const end = this.state.endsAt
    return this.#preparation === null || this.#preparation.hurry.signal.aborted || end === null ? null : end - DEADLINE_MS
  }

  /** Begins with the talk of the item that comes next, unless that is done or under way. */
  prepare(): void {
    const { state } = this
    const opening = state.session.playback.type === 'waiting' ? state.current : null
    const segment = opening ?? state.next
    // One after the other: what is told now must not be told again.
    if (segment === null || segment.isSettled || this.#late !== null || this.#preparation?.segmentId === segment.id) return
    this.#preparation?.stop.abort(new DOMException('Something else comes next.', 'AbortError'))
    const hurry = new AbortController()
    const stop = new AbortController()
    this.#preparation = { segmentId: segment.id, hurry, stop }
    void this.#settle(segment, hurry.signal, AbortSignal.any([stop.signal, state.tools.signal]))
    if (opening !== null) state.tools.options.after(OPENING_MS, () => hurry.abort(new DOMException('The session begins.', 'TimeoutError')))
  }

  /** The item is about to end: whoever is slow is cut off. */
  hurry(): void {
    this.#preparation?.hurry.abort(new DOMException('The item is about to end.', 'TimeoutError'))
  }

  /** The transition is here: what is not there in a moment is not said. */
  arrive(): void {
    const preparation = this.#preparation
    if (preparation === null) return
    this.hurry()
    this.#late = preparation
    this.#preparation = null
    this.state.tools.options.after(GRACE_MS, () => preparation.stop.abort(new DOMException('The item has begun.', 'TimeoutError')))
  }

  /** What is being prepared is not wanted any more. */
  drop(): void {
    for (const preparation of [this.#preparation, this.#late]) preparation?.stop.abort(new DOMException('Nobody wants to hear it any more.', 'AbortError'))
    this.#preparation = null
    this.#late = null
  }

  async #settle(segment: PlacedSegment, hurry: AbortSignal, signal: AbortSignal): Promise<void> {
    const { state } = this
    const { talkWriter, options } = state.tools
    const { talkEvery } = state.session
    const retelling = new Retelling(state.wordsOf(segment.id))
    try {
      const written =
        talkEvery === 0 || segment.position % talkEvery !== 0
          ? null
          : await talkWriter.write({
              session: state.session,
              segment,
              previous: state.at(segment.position - 1),
              hurry,
              signal,
              onDelta: (words) => {
                const text = retelling.next(words)
                if (text !== null && !signal.aborted && state.find(segment.id) !== null) void state.update({ delta: { segmentId: segment.id, text } })
              },
            })
      if (signal.aborted) throw signal.reason
      const speaking = written === null ? null : talkWriter.speak(written.outcome.text, state.session.language, signal)
      // The first item has nothing before it to be spoken behind: it begins with its voice, where that is quick.
      const isOpening = state.session.playback.type === 'waiting' && segment.position === state.session.position
      const early = isOpening && speaking !== null ? await this.#inTime(speaking, signal) : null
      if (signal.aborted) throw signal.reason
      this.#keep(segment, written, early)
      if (early === null && speaking !== null) await this.#speak(segment.id, speaking)
    } catch (error) {
      if (!signal.aborted) options.log('dj.talk-failed', { segmentId: segment.id, error: String(error) })
      // Silence, too, is settled: a transition never waits.
      if (state.find(segment.id)?.isSettled === false && !this.#isReplaced(segment.id)) this.#keep(segment, null)
    }
  }

  #isReplaced(segmentId: string): boolean {
    return (this.#preparation?.segmentId !== segmentId && this.#late?.segmentId !== segmentId) || this.state.tools.signal.aborted
  }

  /** null: it takes longer, or stays text. */
  async #inTime(speaking: Promise<SpokenText | null>, signal: AbortSignal): Promise<SpokenText | null> {
    let spoken: SpokenText | null = null
    const speak = async (): Promise<void> => {
      spoken = await speaking
    }
    await within(this.state.tools.options.after, OPENING_SPEECH_MS, signal, speak())
    return spoken
  }

  #keep(segment: PlacedSegment, written: WrittenTalk | null, speech: SpokenText | null = null): void {
    const { state } = this
    if (this.#preparation?.segmentId === segment.id) this.#preparation = null
    if (this.#late?.segmentId === segment.id) this.#late = null
    if (state.find(segment.id) === null) return
    const talkKind = written?.idea.kind ?? 'silence'
    const talk = written === null ? null : { told: written.idea.keys, text: written.outcome.text, phrases: written.phrases }
    const memory = remembering(state.session.memory, talkKind, talk)
    void state.update({ session: { memory }, segments: [{ ...segment, talkKind, talk: written?.outcome ?? null, speech, isSettled: true }] })
    this.onSettled()
  }

  async #speak(segmentId: string, speaking: Promise<SpokenText | null>): Promise<void> {
    const { state } = this
    const speech = await speaking
    const segment = state.find(segmentId)
    const { position, playback } = state.session
    if (speech === null || segment === null || segment.position < position) return
    // The first item waits for what is said before it.
    const longer = segment.position === position && playback.type === 'playing' ? { ...playback, lengthMs: playback.lengthMs + speech.durationMs } : playback
    void state.update({ session: { playback: longer }, segments: [{ ...segment, speech }] })
    this.onSettled()
  }
}
