import { createHash } from 'node:crypto'
import type { CompressedRows } from '../model/compressed-rows.js'
import type { ModelName, TrainingData } from '../ranking-models/ranking-model.js'

/** Counts up when a training would go on with other arithmetic than it began with. */
const ARITHMETIC = 1

/** Names a training by all that decides about its model: what was interrupted may go on only as the same training. 32 hexadecimal digits. */
export function trainingKey(model: ModelName, { interactions, itemTags, friends }: TrainingData, seed: number): string {
  const hash = createHash('sha256').update(JSON.stringify([ARITHMETIC, model, seed]))
  for (const rows of [interactions, itemTags, friends]) addRows(hash, rows)
  return hash.digest('hex').slice(0, 32)
}

function addRows(hash: ReturnType<typeof createHash>, rows: CompressedRows | null): void {
  hash.update(JSON.stringify(rows === null ? null : [rows.rowCount, rows.columnCount, rows.columns.length]))
  for (const array of rows === null ? [] : [rows.offsets, rows.columns, rows.values])
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
}
