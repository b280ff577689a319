import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { Deck } from './deck'
import { EMPTY_DECK, type DeckState } from './deck-state'

interface DeckEvents {
  readonly onBegan: (key: string) => void
  readonly onEnded: (key: string, playedMs: number) => void
}

export interface MountedDeck {
  /** null until the elements are on the page. */
  readonly deck: Deck | null
  readonly state: DeckState
  readonly item: RefObject<HTMLAudioElement | null>
  readonly voice: RefObject<HTMLAudioElement | null>
}

const never = (): (() => void) => () => undefined
const readNothing = (): DeckState => EMPTY_DECK

/** The deck of this page, on its two audio elements; the newest handlers are called. */
export function useDeck(events: DeckEvents): MountedDeck {
  const item = useRef<HTMLAudioElement>(null)
  const voice = useRef<HTMLAudioElement>(null)
  const [deck, setDeck] = useState<Deck | null>(null)
  const newest = useRef(events)
  useEffect(() => {
    newest.current = events
  })
  useEffect(() => {
    if (item.current === null || voice.current === null) return
    const made = new Deck(item.current, voice.current, {
      onBegan: (key) => newest.current.onBegan(key),
      onEnded: (key, playedMs) => newest.current.onEnded(key, playedMs),
    })
    setDeck(made)
    return () => made.close()
  }, [])
  const state = useSyncExternalStore(deck?.subscribe ?? never, deck?.read ?? readNothing)
  return { deck, state, item, voice }
}
