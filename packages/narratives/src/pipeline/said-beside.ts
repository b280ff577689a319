import type { Brief } from '../brief.js'

interface Said {
  readonly briefs: readonly Brief[]
  /** What stands of a text of the list, also while it is written; empty: nothing yet. */
  readonly textOf: (index: number) => string
  /** What the caller wants avoided, too. */
  readonly avoid: readonly string[]
  /** What was shown lately, by listener. */
  readonly memory: ReadonlyMap<string, readonly string[]>
}

/** What a text of a list shall not repeat. What another listener is told is nothing that a request may hold. */
export function saidBeside({ briefs, textOf, avoid, memory }: Said): (own: number) => readonly string[] {
  return (own) => {
    const listenerId = briefs[own]?.listenerId ?? null
    const beside = briefs.flatMap((brief, index) => (index !== own && brief.listenerId === listenerId ? [textOf(index)] : []))
    return [...beside.filter((text) => text !== ''), ...avoid, ...((listenerId === null ? undefined : memory.get(listenerId)) ?? [])]
  }
}
