import type { TalkKind } from '../session.js'

/** What was said in a session. */
export interface TalkMemory {
  /** Kinds of the talks so far, silence included, the last one last. */
  readonly kinds: readonly TalkKind[]
  /** What was stated: no fact is told twice, whoever it is worded by. */
  readonly told: readonly string[]
  /** Words, newest first: the next talk should not sound like them. */
  readonly texts: readonly string[]
  /** The same without names and numbers, sentence by sentence. */
  readonly phrases: readonly string[]
}

export const nothingSaid: TalkMemory = { kinds: [], told: [], texts: [], phrases: [] }

/** What a talk adds to it; null: silence. */
export function remembering(
  memory: TalkMemory,
  kind: TalkKind,
  talk: { readonly told: readonly string[]; readonly text: string; readonly phrases: readonly string[] } | null,
): TalkMemory {
  if (talk === null) return { ...memory, kinds: [...memory.kinds, kind] }
  return {
    kinds: [...memory.kinds, kind],
    told: [...new Set([...memory.told, ...talk.told])],
    texts: [talk.text, ...memory.texts],
    phrases: [...new Set([...memory.phrases, ...talk.phrases])],
  }
}
