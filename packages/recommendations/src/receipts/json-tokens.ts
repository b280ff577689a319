/** Where a string begins, and where objects and arrays begin, end and go on. */
const NEXT = /["{}[\],]/gu

/** What a JSON text is made of, as far as names and nesting go: strings with their quotation marks, `{`, `}`, `[`, `]` and `,`. The text is JSON. */
export function* jsonTokens(text: string): Generator<string> {
  NEXT.lastIndex = 0
  for (let at = 0; ;) {
    NEXT.lastIndex = at
    const found = NEXT.exec(text)
    if (found === null) return
    const start = found.index
    const end = found[0] === '"' ? endOfString(text, start) : start + 1
    yield text.slice(start, end)
    at = end
  }
}

/** Behind the closing quotation mark: the first one with an even number of backslashes before it. No regular expression, whose stack a string of megabytes exceeds. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return end + 1
  }
  return text.length
}

/** How deep the objects and arrays of a JSON text stand in each other; 0 where there are none. */
export function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const token of jsonTokens(text)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth)
    else if (token === '}' || token === ']') depth--
  }
  return deepest
}
