// Loaded by the worker under type stripping: nothing relative is imported here but types.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { PGlite, type PGliteOptions, type Results } from '@electric-sql/pglite'
import type { Engine, Statement, StatementFailure, StatementOutcome } from './engine.js'

type Row = (string | null)[]

const failureFields = ['message', 'severity', 'code', 'detail', 'hint', 'position', 'where', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine']

/** Opens PGlite in this thread. A directory that is not there yet is created whole or not at all. */
export async function openPGlite(options: PGliteOptions): Promise<PGlite> {
  if (options.dataDir !== undefined && !existsSync(`${options.dataDir}/PG_VERSION`)) await createDataDirectory(options.dataDir)
  const pglite = await startPGlite(options)
  // Both ways everything travels in PostgreSQL's text form, so that values mean what they mean through `pg`.
  pglite.serializers = {}
  for (const type of Object.keys(pglite.parsers)) pglite.parsers[type] = keepText
  await pglite.exec(`set timezone to 'UTC'`)
  return pglite
}

/** What PostgreSQL says before it gives up is worth more than that WebAssembly was aborted. */
async function startPGlite(options: PGliteOptions): Promise<PGlite> {
  const lastWords: string[] = []
  const onStderr = (line: string) => {
    if (/FATAL|PANIC/.test(line)) lastWords.push(line.replace(/^.*(FATAL|PANIC): */, ''))
    return true
  }
  try {
    return await PGlite.create({ ...options, onStderr })
  } catch (cause) {
    throw lastWords.length === 0 ? cause : new Error(lastWords.join('; '), { cause })
  }
}

export function createPGliteEngine(pglite: PGlite): Engine {
  return {
    execute: (statement) => execute(pglite, statement),
    async close() {
      if (!pglite.closed) await pglite.close()
    },
  }
}

async function execute(pglite: PGlite, { sql, parameters }: Statement): Promise<StatementOutcome> {
  try {
    const result = parameters.length === 0 ? await executeSimple(pglite, sql) : await pglite.query<Row>(sql, [...parameters], { rowMode: 'array' })
    const { command = '', rows, rowCount = rows.length } = result
    const fields = result.fields.map((field) => ({ name: field.name, typeId: field.dataTypeID }))
    return { result: { command, rowCount, fields, rows }, failure: null, inTransaction: pglite.isInTransaction() }
  } catch (error) {
    if (!(error instanceof Error && 'severity' in error)) throw error
    return { result: null, failure: readFailure(error), inTransaction: pglite.isInTransaction() }
  }
}

/** Without parameters `pg` speaks the simple protocol, which takes several commands at once; the last one answers. */
async function executeSimple(pglite: PGlite, sql: string): Promise<Results<Row>> {
  const results: Results[] = await pglite.exec(sql, { rowMode: 'array' })
  return (results.at(-1) ?? { rows: [], fields: [] }) as Results<Row>
}

/** A kill during the first create must not leave half a database behind. */
async function createDataDirectory(dataDirectory: string): Promise<void> {
  if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0) throw new Error('it holds files, but no PostgreSQL database')
  const unfinished = `${dataDirectory}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const pglite = await PGlite.create({ dataDir: unfinished })
  await pglite.close()
  await rename(unfinished, dataDirectory)
}

function readFailure(error: Error): StatementFailure {
  const values = error as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(failureFields.flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : [])))
}

function keepText(text: string): string {
  return text
}
