import type { RawRow } from './split-json-array.js'

const longestLine = 1_000_000

/** The lines of a JSON lines file that hold something. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<RawRow> {
  let line = 1
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    // A hostile line without an end is cut, and refused when its end comes.
    rest = (lines.pop() ?? '').slice(0, longestLine + 1)
    for (const text of lines) yield* readLine(line++, text)
  }
  yield* readLine(line, rest)
}

function* readLine(line: number, text: string): Generator<RawRow> {
  if (text.trim() === '') return
  yield text.length > longestLine ? { line, entry: null, problem: `longer than ${longestLine} characters` } : { line, entry: null, text }
}
