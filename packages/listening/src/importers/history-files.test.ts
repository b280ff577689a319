import { ImportFormatError } from '@linernotes/catalog'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportBench, listenLine, spotifyStream } from '../__fixtures__/import-bench.js'
import { findListener, listeningImporters, ListenerNotNamedError } from '../index.js'

let bench: ImportBench
beforeAll(async () => {
  bench = await ImportBench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())

test('whose history it is comes from the option or from the file, and is asked for where neither says', async () => {
  const named = await bench.write(JSON.stringify([spotifyStream({ username: 'clio' })]))
  await listeningImporters['spotify-history'](bench.context(), [named], {})
  expect(await findListener(bench.database.db, { externalId: 'clio' })).not.toBeNull()
  const nameless = await bench.write(listenLine('A'))
  await expect(listeningImporters.listenbrainz(bench.context(), [nameless], {})).rejects.toThrow(ListenerNotNamedError)
})

test.each<[string, keyof typeof listeningImporters, string | Uint8Array]>([
  ['nothing', 'listenbrainz', ''],
  ['a feed', 'listenbrainz', '<?xml version="1.0"?><rss></rss>'],
  ['a list of something else', 'spotify-history', '[{"endTime": "2021-01-01 12:34", "msPlayed": 1000}]'],
  ['an object', 'spotify-history', '{"tracks": []}'],
  ['bytes', 'spotify-history', Uint8Array.from({ length: 300 }, (_, index) => index % 256)],
  ['bytes that pretend to be gzip', 'listenbrainz', Uint8Array.from([0x1f, 0x8b, 1, 2, 3])],
])('a file with %s is no history of that format', async (_, format, content) => {
  await expect(bench.import(format, content)).rejects.toThrow(ImportFormatError)
})

test('a missing file is named', async () => {
  await expect(listeningImporters.listenbrainz(bench.context(), [join(bench.directory, 'nowhere.jsonl')], { listener: 'a' })).rejects.toThrow(/nowhere\.jsonl/)
})

test('gzip, UTF-16, a cut archive, a wrong encoding: what can be read is kept', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => listenLine(`Song ${index} ${(index * 7919) % 104_729}`)).join('\n')
  expect(await bench.import('listenbrainz', gzipSync(many))).toMatchObject({ imported: 3000, rejected: 0 })
  expect(await bench.import('listenbrainz', Buffer.from(`\uFEFF${listenLine('Élan')}`, 'utf16le'))).toMatchObject({ imported: 1, rejected: 0 })
  const packed = gzipSync(many)
  const cut = await bench.import('listenbrainz', packed.subarray(0, packed.length - 2000))
  expect(cut.imported).toBeGreaterThan(1000)
  expect(cut.problems.at(-1)?.message).toMatch(/gzip|compressed/)
  const latin = await bench.import('listenbrainz', Buffer.from(`${listenLine('Café')}\n${listenLine('Plain')}`, 'latin1'))
  expect(latin).toMatchObject({ imported: 1, rejected: 1, problems: [{ line: 1, message: 'not valid UTF-8' }] })
})

test('an import that was stopped is completed by the next one', async () => {
  const file = await bench.write(Array.from({ length: 2500 }, (_, index) => listenLine(`Song ${index}`)).join('\n'))
  const stop = new AbortController()
  const stopped = listeningImporters.listenbrainz(
    { ...bench.context(stop.signal), progress: ({ done, total }) => (done > (total ?? 0) * 0.8 ? stop.abort(new Error('stopped')) : undefined) },
    [file],
    {
      listener: 'stopped',
    },
  )
  await expect(stopped).rejects.toThrow('stopped')
  const again = await listeningImporters.listenbrainz(bench.context(), [file], { listener: 'stopped' })
  expect(again.duplicates).toBeGreaterThan(0)
  expect(again.imported + again.duplicates).toBe(2500)
})
