import { ImportFormatError } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findListener, importSampleListeners, listeningHistory } from '../index.js'
import { plantEpisode, plantTrack } from '../__fixtures__/plant-catalogue.js'

let database: TestDatabase
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'sample-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true })
  await database[Symbol.asyncDispose]()
})

const write = (name: string, lines: readonly string[]): Promise<void> => writeFile(join(directory, name), gzipSync(`${lines.join('\n')}\n`))
const run = () => importSampleListeners({ db: database.db, now: () => Date.UTC(2026, 10, 23), signal: new AbortController().signal }, directory)
const header = 'listener,item,played_at,played_ms'

test('listeners and listens are found by the identity of their items, once', async () => {
  const { trackId } = await plantTrack(database.db, { artist: 'C-Doc', title: 'Digg It!', release: { title: 'followin, me' }, place: { disc: 1, track: 2 } })
  const { episodeId } = await plantEpisode(database.db, { show: 'Self-Hosted', title: 'Coming soon', guid: 'd1f1ab78' })
  await write('listeners.jsonl.gz', ['{"externalId":"ada","displayName":"Ada","locale":"en","timeZone":"Europe/Berlin","synthetic":true}'])
  await write('items.csv.gz', ['item,source_id', '0,"freemusicc:followin, me/1/2"', '1,jupiter:d1f1ab78', '2,freemusicc:gone/1/1'])
  await write('listens.csv.gz', [header, 'ada,0,1478027400,183000', 'ada,1,1478030000,', 'ada,2,1478040000,', 'eve,0,1478027400,'])
  expect(await run()).toMatchObject({ read: 4, imported: 2, rejected: 2, problems: [{ line: 4 }, { line: 5 }] })
  expect(await run()).toMatchObject({ imported: 0, duplicates: 2 })
  const ada = await findListener(database.db, { externalId: 'ada' })
  expect(ada).toMatchObject({ synthetic: true, timeZone: 'Europe/Berlin' })
  const { nodes } = await listeningHistory(database.db, ada?.id ?? '', { first: 5, after: null })
  expect(nodes.map(({ itemId, playedMs }) => [itemId, playedMs])).toEqual([
    [episodeId, null],
    [trackId, 183_000],
  ])
})

test('another header is another format', async () => {
  await write('listens.csv.gz', ['listener;item', 'ada;0'])
  await expect(run()).rejects.toThrow(ImportFormatError)
})
