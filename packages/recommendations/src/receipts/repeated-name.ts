import { jsonTokens } from './json-tokens.js'

/**
 * A name that stands twice in one object of a JSON text, null where none does. RFC 8259, section 4, leaves open which of the two counts: `JSON.parse` takes the last, a
 * reader the first, so that such a text says two things. Names are compared as they are read: `"r\u0061nk"` is `"rank"`. The text is JSON: `JSON.parse` has read it.
 */
export function repeatedName(text: string): string | null {
  const open: (Set<string> | null)[] = []
  let before = ''
  for (const token of jsonTokens(text)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ',') {
      const names = open.at(-1)
      // A value that is a string comes after its name; numbers and words are no tokens here, and leave the name before the comma.
      if (names && (before === '{' || before === ',')) {
        const name = JSON.parse(token) as string
        if (names.has(name)) return name
        names.add(name)
      }
    }
    before = token
  }
  return null
}
