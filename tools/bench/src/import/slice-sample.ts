import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

interface RawRow {
  /** The line as it stands in the file. */
  readonly raw: string
  readonly record: Readonly<Record<string, string>>
}

/** Writes the first tracks of the Creative Commons sample, and the releases that they are on, as the CSV pair that the importer reads. */
export async function sliceSample(sample: string, tracks: number, directory: string): Promise<readonly string[]> {
  const trackFile = await readRows(path.join(sample, 'tracks.csv.gz'))
  const releaseFile = await readRows(path.join(sample, 'releases.csv.gz'))
  const wanted = trackFile.rows.slice(0, tracks)
  const releases = new Set(wanted.map(({ record }) => record['id']))
  const pair = [
    { name: 'releases.csv', header: releaseFile.header, rows: releaseFile.rows.filter(({ record }) => releases.has(record['id'])) },
    { name: 'tracks.csv', header: trackFile.header, rows: wanted },
  ]
  for (const { name, header, rows } of pair) await writeFile(path.join(directory, name), header + rows.map(({ raw }) => raw).join(''))
  return pair.map(({ name }) => path.join(directory, name))
}

async function readRows(file: string): Promise<{ readonly header: string; readonly rows: readonly RawRow[] }> {
  const text = gunzipSync(await readFile(file)).toString()
  const rows = parse(text, { columns: true, raw: true, relax_column_count: true }) as unknown as RawRow[]
  return { header: text.slice(0, text.indexOf('\n') + 1), rows }
}
