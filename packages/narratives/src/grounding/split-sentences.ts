/** A sentence and where it stands; offsets are UTF-16, end exclusive, without surrounding white space. */
export interface SentenceSpan {
  readonly text: string
  readonly start: number
  readonly end: number
}

const abbreviation =
  /(?:^|[\s("“])(?:Vol|No|Pt|Ft|Feat|feat|ft|vs|Vs|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Ep|ep|vol|no|pt|etc|approx|min|sec|e\.g|i\.e|\p{L}|(?:\p{L}\.)+\p{L})\.$/u
const opening = new Map([
  ['“', '”'],
  ['«', '»'],
])

function inside(protectedSpans: readonly (readonly [number, number])[], index: number): boolean {
  return protectedSpans.some(([start, end]) => index >= start && index < end)
}

/** Ends of a sentence that stand inside a name do not end it: "Digg It!" is a title, "A.L.N.P.S.V." an artist. */
function findNames(text: string, names: readonly string[]): [number, number][] {
  const spans: [number, number][] = []
  for (const name of names) {
    if (!/[.!?…。]/u.test(name)) continue
    for (let index = text.indexOf(name); index >= 0; index = text.indexOf(name, index + name.length)) {
      // A name that itself ends in a stop may still end the sentence; what follows decides.
      spans.push([index, index + name.length])
    }
  }
  return spans
}

function endsSentence(text: string, index: number, names: readonly (readonly [number, number])[]): boolean {
  const rest = text.slice(index + 1)
  if (rest.trim() === '') return true
  const next = /^[”"’»)\]]*\s+["“‘«(]*(?<first>\S)/u.exec(rest)?.groups?.['first']
  if (next === undefined) return false
  const name = names.find(([start, end]) => index >= start && index < end)
  if (name !== undefined) return index === name[1] - 1 && text[index] === '.' && /\p{Lu}/u.test(next) && !/\p{L}\.\p{L}\.$/u.test(text.slice(0, index + 1))
  if (/[!?…。]/u.test(text[index] ?? '')) return !/\p{Ll}/u.test(next)
  return !abbreviation.test(text.slice(0, index + 1))
}

/** Splits at full stops, not at those in abbreviations, decimals, quotations or in `names`. */
export function splitSentences(text: string, names: readonly string[] = []): SentenceSpan[] {
  const spans = findNames(text, names)
  const sentences: SentenceSpan[] = []
  let from = 0
  let closing: string | null = null
  const push = (end: number): void => {
    const raw = text.slice(from, end)
    const start = from + (raw.length - raw.trimStart().length)
    const trimmed = raw.trim()
    if (trimmed !== '') sentences.push({ text: trimmed, start, end: start + trimmed.length })
    from = end
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (character === '\n' && /^\s*\n/u.test(text.slice(index + 1))) push(index + 1)
    else if (closing === null && opening.has(character) && text.includes(opening.get(character) ?? '', index)) closing = opening.get(character) ?? null
    else if (character === closing) {
      closing = null
      if (/[.!?…]/u.test(text[index - 1] ?? '') && !inside(spans, index - 1) && /^\s+["“‘«(]*[\p{Lu}\p{N}]/u.test(text.slice(index + 1))) push(index + 1)
    } else if (closing === null && /[.!?…。]/u.test(character) && endsSentence(text, index, spans)) {
      const trailing = /^[.!?…”"’»)\]]*/u.exec(text.slice(index + 1))?.[0].length ?? 0
      push(index + 1 + trailing)
      index += trailing
    }
  }
  push(text.length)
  return sentences
}
