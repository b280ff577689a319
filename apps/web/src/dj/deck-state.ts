/** What is put on the deck: the item, and the talk before it. */
export interface Cue {
  readonly key: string
  /** null: there is nothing to fetch. */
  readonly itemUrl: string | null
  readonly lengthMs: number
  readonly voice: { readonly url: string; readonly captionsUrl: string | null; readonly language: string } | null
}

export interface DeckState {
  readonly phase: 'empty' | 'talk' | 'item'
  /** The sound cannot be reached: time passes without it. */
  readonly isSilent: boolean
  /** The browser wants a touch before it plays sound. */
  readonly isBlocked: boolean
  readonly elapsedMs: number
  readonly lengthMs: number
  /** The caption that the voice is at; null: none. */
  readonly caption: string | null
}

/** Nothing is on. */
export const EMPTY_DECK: DeckState = { phase: 'empty', isSilent: false, isBlocked: false, elapsedMs: 0, lengthMs: 0, caption: null }
