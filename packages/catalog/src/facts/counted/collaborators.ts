import { nameKey } from '../../name-key.js'

const together = /\s*(?:[,;&+/|]|\b(?:feat|ft|featuring|with|and|vs|versus|meets|pres|presents|x|und|et|y)\b\.?)\s*/i

/** Keys of names that stand within a longer credit: of "Ada & Ben", "ada" and "ben". Whoever is among them may have more releases than those under the bare name. */
export function collaborators(names: Iterable<string>): Set<string> {
  const keys = new Set<string>()
  for (const name of names) {
    const parts = name.split(together).filter((part) => part !== '')
    if (parts.length > 1) for (const part of parts) keys.add(nameKey(part))
  }
  return keys
}
