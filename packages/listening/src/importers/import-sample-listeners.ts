import { cleanText, ImportFormatError, ImportTally, upsertSource, readText, type ImportContext, type ImportReport } from '@linernotes/catalog'
import { bumpDataVersion } from '@linernotes/database'
import { sql } from 'kysely'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureListener } from '../ensure-listener.js'
import { resolveSampleItems, type SampleItem } from './resolve-sample-items.js'
import { splitLines } from './split-lines.js'

const rowsPerStatement = 5000
const sampleListener = z.object({
  externalId: z.string().min(1),
  displayName: z.string().nullable(),
  locale: z.string(),
  timeZone: z.string().nullable(),
  synthetic: z.literal(true),
})

/**
 * The synthetic listeners of `data/cc0-1.0/synthetic-listeners` (its README has the format). The music and the episodes come first:
 * listens of what is not in the catalogue are rejected.
 */
export async function importSampleListeners(context: ImportContext, directory: string): Promise<ImportReport> {
  const tally = new ImportTally()
  const listenerIds = new Map<string, string>()
  for await (const line of readRows(context, join(directory, 'listeners.jsonl.gz'))) {
    const listener = await ensureListener(context.db, sampleListener.parse(JSON.parse(line)))
    listenerIds.set(listener.externalId, listener.id)
  }
  const sources: string[] = []
  for await (const line of readRows(context, join(directory, 'items.csv.gz'), 'item,source_id')) sources.push(line.slice(line.indexOf(',') + 1))
  const items = await resolveSampleItems(context.db, sources)
  const source = { name: 'Synthetic listening history', url: null, licence: 'CC0-1.0', retrievedAt: null }
  const sourceId = await upsertSource(context.db, source)
  let batch: SampleRow[] = []
  for await (const line of readRows(context, join(directory, 'listens.csv.gz'), 'listener,item,played_at,played_ms')) {
    tally.read++
    const row = readRow(line, listenerIds, items)
    if (row === null) tally.reject(tally.read + 1, null, `not in the catalogue, or not a listen: ${cleanText(line)}`)
    else batch.push(row)
    if (batch.length < rowsPerStatement) continue
    await write(context, sourceId, tally, batch)
    batch = []
  }
  await write(context, sourceId, tally, batch)
  if (tally.imported > 0) await bumpDataVersion(context.db, 'listening')
  return tally.report('synthetic-listeners')
}

/** Listener, item, kind, Unix seconds, played milliseconds. */
type SampleRow = readonly [string, string, string, number, number | null]

function readRow(line: string, listenerIds: ReadonlyMap<string, string>, items: readonly (SampleItem | null)[]): SampleRow | null {
  const [listener = '', item = '', playedAt = '', playedMs = ''] = line.split(',')
  const listenerId = listenerIds.get(listener)
  const found = items[Number(item)]
  if (listenerId === undefined || found === undefined || found === null || !/^\d{10}$/.test(playedAt) || !/^\d{0,9}$/.test(playedMs)) return null
  return [listenerId, found.id, found.kind, Number(playedAt), playedMs === '' ? null : Number(playedMs)]
}

async function write(context: ImportContext, sourceId: string, tally: ImportTally, batch: readonly SampleRow[]): Promise<void> {
  context.signal.throwIfAborted()
  if (batch.length === 0) return
  // One array a row, not one object: a fifth less to send and parse. The item is its own fingerprint, since there are no names.
  const { numAffectedRows } = await sql`
    insert into listens (listener_id, item_id, fingerprint, item_kind, played_at, played_ms, source_id)
    select r ->> 0, r ->> 1, r ->> 1, r ->> 2, to_timestamp((r ->> 3)::bigint), (r ->> 4)::integer, ${sourceId}
    from json_array_elements(${JSON.stringify(batch)}::json) r
    on conflict do nothing`.execute(context.db)
  const imported = Number(numAffectedRows ?? 0)
  tally.imported += imported
  tally.duplicates += batch.length - imported
  context.progress?.({ done: tally.read, total: null, unit: 'rows' })
}

async function* readRows(context: ImportContext, file: string, header: string | null = null): AsyncGenerator<string> {
  for await (const row of splitLines(readText(file, context))) {
    if ('problem' in row) throw new ImportFormatError(`${file}: line ${row.line} is ${row.problem}`)
    const isHeader = row.line === 1 && header !== null
    if (isHeader && row.text !== header) throw new ImportFormatError(`${file}: expected the header ${header}`)
    if (!isHeader) yield row.text
  }
}
