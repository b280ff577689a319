import { bareText } from './overlap.js'

/** Places of a list whose text a reader takes for one that stands further up. */
export function repeatedTexts(texts: readonly (string | null)[]): ReadonlySet<number> {
  const said = new Set<string>()
  const repeated = new Set<number>()
  for (const [index, text] of texts.entries()) {
    if (text === null) continue
    const bare = bareText(text)
    if (said.has(bare)) repeated.add(index)
    said.add(bare)
  }
  return repeated
}
