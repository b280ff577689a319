import { readFile } from 'node:fs/promises'
import path from 'node:path'

export interface CodeBlock {
  readonly language: string
  readonly text: string
  /** Of its first line in the document, from 1. */
  readonly line: number
}

/** Every fenced block of a document, in its order. */
export async function readCodeBlocks(file: string): Promise<readonly CodeBlock[]> {
  const text = await readFile(path.resolve(import.meta.dirname, '../../../..', file), 'utf8')
  return Array.from(text.matchAll(/^```(\w*)\n(.*?)^```$/gmsu), (match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length + 1,
  }))
}

/** A command line as a shell splits it, for the quoting that our documents use. */
export function splitWords(line: string): readonly string[] {
  return Array.from(line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu), (match) => match[1] ?? match[2] ?? match[3] ?? '')
}
