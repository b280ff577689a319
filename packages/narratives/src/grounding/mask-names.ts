import type { NameMention } from './mentions.js'
import type { Reading } from './reading.js'

/** "depressed" is not the guest called Depressed Mode: a part of a name counts as it is spelled. */
export function isNamed(reading: Reading, mention: NameMention): boolean {
  return mention.names.some(({ form, value }) => form === value) || (reading.tokens[mention.first]?.capital ?? false)
}

/** The sentence without names, tags and quotations, too: these are literal, and other checks see to that. */
export function maskLiteral(reading: Reading, bare: string): string {
  return [...reading.tags, ...reading.quotations].reduce((text, { first, last }) => {
    const [start, end] = [reading.tokens[first]?.start ?? 0, reading.tokens[last]?.end ?? 0]
    return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }, bare)
}

/** The sentence with blanks where names of cited facts stand: what a band or a record is called is not ours to judge. Offsets stay. */
export function maskNames(reading: Reading): string {
  let text = reading.text
  for (const name of reading.names) {
    if (!isNamed(reading, name)) continue
    const start = reading.tokens[name.first]?.start ?? 0
    const end = reading.tokens[name.last]?.end ?? 0
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return text
}
