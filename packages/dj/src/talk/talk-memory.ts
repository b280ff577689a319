import type { TalkKind } from '../session.js'

/** What was said in a session. */
export interface TalkMemory {
  /** Kinds of the talks so far, silence included, the last one last. */
  readonly kinds: readonly TalkKind[]
  /** What was stated: no fact is told twice, whoever it is worded by. */
  readonly told: readonly string[]
  /** Words, newest first: the next talk should not sound like them. */
  readonly texts: readonly string[]
}

export const nothingSaid: TalkMemory = { kinds: [], told: [], texts: [] }

export function remembering(memory: TalkMemory, kind: TalkKind, told: readonly string[], text: string | null): TalkMemory {
  return {
    kinds: [...memory.kinds, kind],
    told: [...new Set([...memory.told, ...told])],
    texts: text === null ? memory.texts : [text, ...memory.texts],
  }
}
