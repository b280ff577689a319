import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigurationError } from '../registry/configuration-error.js'
import { goldenFileSchema, type GoldenExample } from './golden-example.js'

/** Examples by id, in order, and a version that changes with any of their bytes: a part of the cache key of what is written after them. */
export interface GoldenSet {
  readonly version: string
  readonly examples: readonly GoldenExample[]
}

/** Beside `src` and `dist` alike. */
const shippedFolder = new URL('../../golden/', import.meta.url)
let shipped: GoldenSet | null = null

/**
 * The examples that ship, and those at `place`, a JSON file or a folder of them: an example with the id of one of ours stands in its place. Read once, when
 * the narrator is made; ours once in a process. Throws a ConfigurationError with every problem.
 */
export function readGoldenExamples(place?: URL | string): GoldenSet {
  shipped ??= toSet(readExamples(shippedFolder))
  return place === undefined ? shipped : toSet([...shipped.examples, ...readExamples(place)])
}

function toSet(found: readonly GoldenExample[]): GoldenSet {
  const examples = [...new Map(found.map((example) => [example.id, example])).values()].toSorted((left, right) => (left.id < right.id ? -1 : 1))
  return { version: createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 16), examples }
}

function readExamples(place: URL | string): readonly GoldenExample[] {
  const root = place instanceof URL ? fileURLToPath(place) : path.resolve(place)
  const problems: string[] = []
  const found = new Map<string, GoldenExample>()
  for (const file of filesAt(root)) {
    for (const example of readFile(file, problems)) {
      if (found.has(example.id)) problems.push(`${file}: the id ${example.id} is there twice`)
      found.set(example.id, example)
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return [...found.values()]
}

function filesAt(root: string): readonly string[] {
  const found = statSync(root, { throwIfNoEntry: false })
  if (found === undefined) throw new ConfigurationError([`goldenExamples: there is no file or folder ${root}`])
  if (!found.isDirectory()) return [root]
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => path.join(root, name))
}

function readFile(file: string, problems: string[]): readonly GoldenExample[] {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
  const parsed = goldenFileSchema.safeParse(content)
  if (parsed.success) return parsed.data
  problems.push(...parsed.error.issues.map(({ path: where, message }) => `${file}: ${where.join('.')}: ${message}`))
  return []
}
