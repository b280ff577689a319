import type { WordRange } from './read-words.js'

/** What the names of a catalogue can stand for. */
export type NameKind = 'artist' | 'show' | 'release' | 'track' | 'episode' | 'label'

/** What some words of a request stand for, whatever is wished of it. */
export type Sense =
  /** A hint is what somebody says of themselves ("I'm studying"): it counts where nothing else is wished. */
  | { readonly type: 'energy'; readonly direction: 'calmer' | 'livelier'; readonly isHint?: boolean }
  | { readonly type: 'adventure'; readonly to: number | null; readonly by: number }
  | { readonly type: 'talk'; readonly how: 'off' | 'less' | 'more' | 'every' | 'every-nth'; readonly n?: number }
  | { readonly type: 'playback'; readonly action: 'skip' | 'pause' | 'resume' | 'end' }
  | { readonly type: 'forget' }
  /** One kind of wish is taken back. */
  | { readonly type: 'lift'; readonly what: 'years' | 'length' | 'tags' }
  /** Understood, and asks for nothing. */
  | { readonly type: 'manners' }
  /** What plays now, or its artist. */
  | { readonly type: 'current'; readonly what: 'item' | 'creator'; readonly wish: 'like' | 'less' | 'without' | 'play' }
  /** Said of what stood before it: "rap is not my thing". By itself some of these are about what plays. */
  | { readonly type: 'disliked'; readonly alone: 'playing' | 'nothing' }
  | { readonly type: 'episodes'; readonly how: 'one' | 'only' | 'none' | 'both' }
  | { readonly type: 'years'; readonly from: number | null; readonly to: number | null }
  /** 'new' is of the last years, whatever plays. */
  | { readonly type: 'age'; readonly than: 'older' | 'newer' | 'new' }
  | { readonly type: 'span'; readonly minMs: number | null; readonly maxMs: number | null }
  | { readonly type: 'short' }
  | { readonly type: 'long' }
  | { readonly type: 'history' }
  | { readonly type: 'tag'; readonly tag: string; readonly of: 'music' | 'episodes' | 'both' }
  | { readonly type: 'name'; readonly kind: NameKind; readonly id: string; readonly name: string; readonly others: number }
  /** Asked for in words that are known, but that nobody here can honour. */
  | { readonly type: 'beyond'; readonly why: string }

export interface Mention extends WordRange {
  readonly sense: Sense
}

/** What is wished of what follows, or of what stood before. Spared is what is not ruled out, which is no wish for it: "I don't mind jazz". */
export type Cue = 'play' | 'not' | 'only' | 'like' | 'about' | 'spared'
