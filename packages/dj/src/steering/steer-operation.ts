/** What a listener's words ask for, typed. Ids are ids of the catalogue: what is not there is refused, never made up. */
export type SteerOperation =
  | { readonly type: 'energy'; readonly direction: 'calmer' | 'livelier' }
  /** Start from these items, artists or shows. */
  | { readonly type: 'more-like'; readonly seedIds: readonly string[] }
  /** Play just these, as soon as possible: items, or artists and shows with something of theirs. */
  | { readonly type: 'play'; readonly ids: readonly string[] }
  /** Nothing of these any more: items, artists, shows. */
  | { readonly type: 'without'; readonly ids: readonly string[] }
  /** Years of release, inclusive; null: open. */
  | { readonly type: 'years'; readonly from: number | null; readonly to: number | null }
  | { readonly type: 'only-tags'; readonly tags: readonly string[] }
  | { readonly type: 'without-tags'; readonly tags: readonly string[] }
  | { readonly type: 'length'; readonly minMs: number | null; readonly maxMs: number | null }
  /** What was loved once and is silent; in one year, or whenever. */
  | { readonly type: 'rediscover'; readonly year: number | null }
  /** 0 to 1. */
  | { readonly type: 'adventurousness'; readonly value: number }
  | { readonly type: 'kinds'; readonly kinds: readonly ('track' | 'episode')[] }
  /** One episode soon, about something or about anything. */
  | { readonly type: 'episode'; readonly topic: string | null; readonly maxMs: number | null }
  /** The DJ talks before every n-th item; 0: never. */
  | { readonly type: 'talk'; readonly talkEvery: number }
  | { readonly type: 'playback'; readonly action: 'skip' | 'pause' | 'resume' | 'end' }
  | { readonly type: 'forget-requests' }

/** What was made of a request. What is in neither list was not asked. */
export interface Understanding {
  readonly operations: readonly SteerOperation[]
  /** Said back to the listener, one line for each operation. */
  readonly understood: readonly string[]
  /** One line each: what cannot be honoured, and why. */
  readonly refused: readonly string[]
}
