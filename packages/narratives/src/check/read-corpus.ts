import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { briefSchema, entrySchema, type Corpus, type CorpusEntry } from './corpus.js'

/** The labelled corpus of this package. */
const corpusDirectory = path.resolve(import.meta.dirname, '../../corpus')

async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = schema.safeParse(parseLine(line))
    if (parsed.success) return [parsed.data]
    const [issue] = parsed.error.issues
    throw new Error(`${path.basename(file)}, line ${index + 1}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not what is expected'}. Correct the line.`)
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Reads briefs.jsonl, tune.jsonl and held-out.jsonl. Throws an Error that names file and line where one is not as it should be. */
export async function readCorpus(directory: string = corpusDirectory): Promise<Corpus> {
  const briefs = await readLines(path.join(directory, 'briefs.jsonl'), briefSchema)
  const known = new Map(briefs.map((brief) => [brief.brief, brief]))
  const entries: CorpusEntry[] = []
  for (const part of ['tune', 'held-out'] as const) {
    for (const entry of await readLines(path.join(directory, `${part}.jsonl`), entrySchema)) {
      const brief = known.get(entry.brief)
      if (brief === undefined) throw new Error(`${part}.jsonl: there is no brief ${entry.brief}. Add it to briefs.jsonl.`)
      if (brief.part !== part) throw new Error(`${part}.jsonl: the brief ${entry.brief} belongs to ${brief.part}. Move its sentences there.`)
      entries.push({ ...entry, part, facts: brief.facts, spoilerFree: brief.spoilerFree })
    }
  }
  return { briefs, entries }
}
