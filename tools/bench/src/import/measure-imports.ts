import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { catalogImporters } from '@linernotes/catalog'
import { openDatabase, type Database } from '@linernotes/database'
import { createTestDatabase } from '@linernotes/database/testing'
import { importFiles } from '@linernotes/serving'
import type { Kysely } from 'kysely'
import type { Benchmark } from '../benchmark.js'
import { median } from '../median.js'
import { factor, table } from '../table.js'
import { sliceSample } from './slice-sample.js'
import { clear, countRows, insertRaw, readWrittenRows } from './written-rows.js'

const sample = path.resolve(import.meta.dirname, '../../../../data/cc-by-sa-4.0/freemusicc')
const sizes = [200, 2_000, 20_000]
const turns = 3

/** Rows per CPU second of an import, against the same rows from memory in raw batches. */
export const measureImports: Benchmark = async ({ print, note, databaseUrl }) => {
  await using resources = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-bench-'))
  resources.defer(() => rm(directory, { recursive: true, force: true }))
  const embedded = resources.use(await openDatabase({ dataDirectory: path.join(directory, 'data'), mode: 'own' }))
  print('Import of freemusicc, rows of all tables per CPU second of this process; control: the same rows from memory, 1,000 a statement')
  print(
    `(medians of ${turns} turns; "with facts" adds what an import sets off: the counted facts. Embedded, the process is the database, too; of PostgreSQL only the client is counted)`,
  )
  const rows = await measure('PGlite', embedded.db, directory, note)
  if (databaseUrl !== undefined) rows.push(...(await measure('PostgreSQL', resources.use(await createTestDatabase()).db, directory, note)))
  print(table(['database', 'tracks', 'rows', 'control', 'import', 'ratio', 'with facts', 'ratio', 'wall', 'per row for 10 x'], rows))
}

async function measure(name: string, db: Kysely<Database>, directory: string, note: (line: string) => void): Promise<string[][]> {
  const context = { db, now: Date.now, signal: new AbortController().signal }
  const lines: string[][] = []
  let before: number | null = null
  for (const size of sizes) {
    note(`  measuring ${name}, ${size.toLocaleString('en')} tracks …`)
    const files = await sliceSample(sample, size, directory)
    await clear(db)
    await catalogImporters.freemusicc(context, files, {})
    const written = await readWrittenRows(db)
    const count = countRows(written)
    // Warms both up.
    await costOf(db, () => insertRaw(db, written))
    const costs = { control: [] as Cost[], import: [] as Cost[], facts: [] as Cost[] }
    for (let turn = 0; turn < turns; turn++) {
      costs.control.push(await costOf(db, () => insertRaw(db, written)))
      costs.import.push(await costOf(db, () => catalogImporters.freemusicc(context, files, {})))
      costs.facts.push(await costOf(db, () => importFiles(context, 'freemusicc', files, {})))
    }
    const cpu = (of: keyof typeof costs): number => median(costs[of].map((cost) => cost.cpuMs)) / count
    const wall = (of: keyof typeof costs): number => median(costs[of].map((cost) => cost.wallMs))
    lines.push([
      name,
      size.toLocaleString('en'),
      count.toLocaleString('en'),
      perSecond(cpu('control')),
      perSecond(cpu('import')),
      factor(cpu('import') / cpu('control')),
      perSecond(cpu('facts')),
      factor(cpu('facts') / cpu('control')),
      factor(wall('import') / wall('control')),
      before === null ? '' : factor(cpu('import') / before),
    ])
    before = cpu('import')
  }
  return lines
}

interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
}

/** What it costs on an empty database. */
async function costOf(db: Kysely<Database>, act: () => Promise<unknown>): Promise<Cost> {
  await clear(db)
  const started = performance.now()
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - started }
}

function perSecond(millisecondsPerRow: number): string {
  return `${Math.round(1_000 / millisecondsPerRow).toLocaleString('en')}/s`
}
