import type { Reading } from './reading.js'

/** The sentence with blanks where names of cited facts stand: what a band or a record is called is not ours to judge. Offsets stay. */
export function maskNames(reading: Reading): string {
  let text = reading.text
  for (const name of reading.names) {
    const start = reading.tokens[name.first]?.start ?? 0
    const end = reading.tokens[name.last]?.end ?? 0
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return text
}
