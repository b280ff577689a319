import type { Database } from '@linernotes/database'
import type { ItemKind } from '@linernotes/recommendations'
import type { Platform } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'
import type { Kysely } from 'kysely'
import type { Interpret } from './steering/interpret-words.js'
import type { Understanding } from './steering/steer-operation.js'

/** What words are understood against. */
export interface UnderstandContext {
  readonly platform: Platform
  readonly db: Kysely<Database>
  readonly listenerId: string | null
  /** Narrative provider that the session asked for; null: the configured order. */
  readonly provider: string | null
  /** BCP 47. */
  readonly language: string
  /** What plays now, for "more like this"; null: nothing yet. */
  readonly playing: { readonly itemId: string; readonly kind: ItemKind } | null
  readonly talkEvery: number
  readonly adventurousness: number
  readonly now: () => number
  readonly signal: AbortSignal
  /** For words that rules cannot explain; null or left out: they are refused. */
  readonly interpret?: Interpret | null
}

/** Words to operations. */
export type Understand = (context: UnderstandContext, request: string) => Promise<Understanding>

/** Runs `callback` once after so many milliseconds; the returned function calls it off. */
export type After = (milliseconds: number, callback: () => void) => () => void

export interface DjOptions {
  readonly platform: Platform
  /** null: talk stays text. */
  readonly speaker: Speaker | null
  readonly understand: Understand
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** 0 up to 1: draws seeds of sessions that name none, and ids. */
  readonly random: () => number
  readonly after: After
  /** Where other servers are on the same database: name of this one, and a real clock to say by that it is there. Left out: it is the only one. */
  readonly among?: { readonly server: string; readonly after: After } | null
  readonly log: (event: string, data?: object) => void
  /** Items count as no longer than this, in milliseconds: for simulations. Left out: they last as long as they are. */
  readonly longestItemMs?: number
}
