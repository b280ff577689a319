import { useEffect, useMemo, useState, type RefObject } from 'react'
import { useClient } from 'urql'
import type { Cue, DeckState } from './deck-state'
import { lengthOf, soundOf } from './describe-item'
import { planFrom, talkOf, type DjView, type Segment } from './dj-view'
import { Outbox, type Heard } from './outbox'
import { useDeck } from './use-deck'

export interface Playback {
  /** Of the segment that plays here: where the session is, or further where the network is slower than the music. */
  readonly position: number
  readonly deck: DeckState
  readonly isHeld: boolean
  readonly item: RefObject<HTMLAudioElement | null>
  readonly voice: RefObject<HTMLAudioElement | null>
  hold(isHeld: boolean): void
  skip(): void
  cutTalk(): void
}

export interface PlaybackOptions {
  /** Whether talk is spoken, where there is sound of it. */
  readonly withVoice: boolean
  /** The listener paused, or went on. */
  readonly onHold: (isHeld: boolean) => void
}

/** The first item waits for its words, but not for ever. */
const FIRST_WORDS_MS = 8_000

/** Plays a session on this page, and tells what was heard of it. */
export function usePlayback(view: DjView, { withVoice, onHold }: PlaybackOptions): Playback {
  const outbox = useOutbox()
  const [reached, setReached] = useState(0)
  const [isHeld, setHeld] = useState(false)
  const position = Math.max(view.session?.position ?? 0, reached)
  const { now } = planFrom(view, position)
  const tell = (outcome: Heard['outcome'], segment: Segment, playedMs: number | null): void => {
    // Several may follow one session: what happened to a segment happened once.
    outbox.tell({ recommendationId: segment.recommendationId, outcome, playedMs, at: new Date().toISOString(), clientEventId: `${segment.id}:${outcome}` })
  }
  const { deck, state, item, voice } = useDeck({
    onBegan: () => now && tell('IMPRESSION', now, null),
    onEnded: (_key, playedMs) => {
      if (now) tell('PLAY', now, playedMs)
      setReached(position + 1)
    },
  })
  const isReady = useReadiness(view, now)
  useEffect(() => {
    if (deck === null || now === null || !isReady) return
    deck.put(cueOf(now, withVoice))
    // The segment is put on once; what comes to it later, such as its voice, is too late.
  }, [deck, now?.id, isReady])
  useEffect(() => deck?.hold(isHeld || now === null), [deck, isHeld, now === null])
  useEffect(() => {
    if (view.session) setHeld(view.session.state === 'PAUSED')
    if (view.session?.state === 'ENDED') deck?.clear()
    // Each word of the session counts: paused and going on again may come at once, and look like no change.
  }, [view.session, deck])
  return {
    position,
    deck: state,
    isHeld: isHeld || state.isBlocked,
    item,
    voice,
    hold: (wanted) => {
      if (!wanted) deck?.unblock()
      if (wanted === isHeld) return
      setHeld(wanted)
      onHold(wanted)
    },
    skip: () => {
      if (now === null) return
      tell('SKIP', now, Math.round(state.elapsedMs))
      setReached(position + 1)
    },
    cutTalk: () => deck?.cutTalk(),
  }
}

/** Whether a segment may begin: its words are here, or something played already, or it waited long enough. */
function useReadiness(view: DjView, now: Segment | null): boolean {
  const [hasBegun, setBegun] = useState(false)
  const isWhole = now !== null && talkOf(view, now).isWhole
  useEffect(() => {
    if (now === null || hasBegun) return
    if (isWhole) return setBegun(true)
    const timer = setTimeout(() => setBegun(true), FIRST_WORDS_MS)
    return () => clearTimeout(timer)
  }, [now === null, isWhole, hasBegun])
  return hasBegun
}

function useOutbox(): Outbox {
  const client = useClient()
  const outbox = useMemo(() => new Outbox(client), [client])
  useEffect(() => {
    window.addEventListener('online', outbox.flush)
    return () => window.removeEventListener('online', outbox.flush)
  }, [outbox])
  return outbox
}

function cueOf({ id, item, speech }: Segment, withVoice: boolean): Cue {
  const voice =
    speech && withVoice ? { url: pathOf(speech.url), captionsUrl: speech.captionsUrl === null ? null : pathOf(speech.captionsUrl), language: 'en' } : null
  return { key: id, itemUrl: soundOf(item), lengthMs: lengthOf(item), voice }
}

const pathOf = (address: string): string => new URL(address).pathname
