import { tmpdir } from 'node:os'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryFiles, type TemporaryFiles } from '../__fixtures__/temporary-files.js'
import { ImportFormatError } from '../import-report.js'
import { openFileProgress } from './file-progress.js'
import { readBytes, TruncatedFileError } from './read-bytes.js'
import { readLines } from './read-lines.js'
import { readWholeText, UNREADABLE } from './read-text.js'

let files: TemporaryFiles
beforeAll(async () => {
  files = await openTemporaryFiles()
})
afterAll(async () => await files[Symbol.asyncDispose]())

const options = { signal: new AbortController().signal }
const text = 'Zürich\nпесня\n日本\n'

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['gzip, whatever the name', gzipSync(text)],
])('reads %s', async (name, content) => {
  expect(await readWholeText(await files.write(name, content), { ...options, mostCharacters: 100 })).toEqual({ text, brokenOff: null })
})

test('lines have their numbers; blank ones are passed over; ends of lines may be those of Windows', async () => {
  const file = await files.write('lines', 'one\r\n\r\n  \nfour\nfive')
  expect(await Array.fromAsync(readLines(file, options))).toEqual([
    { number: 1, text: 'one' },
    { number: 4, text: 'four' },
    { number: 5, text: 'five' },
  ])
})

test('bytes that are no text are marked, and the lines beside them are whole', async () => {
  const file = await files.write('latin1', Buffer.from('Zürich\nBern\n', 'latin1'))
  expect((await Array.fromAsync(readLines(file, options))).map((line) => line.text)).toEqual([`Z${UNREADABLE}rich`, 'Bern'])
})

test('a gzip file that breaks off gives what came before, then says so', async () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `line ${index} ${(index * 7919) % 10_007}`).join('\n')
  const packed = gzipSync(long)
  const file = await files.write('broken.gz', packed.subarray(0, packed.length / 2))
  const lines: string[] = []
  const reading = async (): Promise<void> => {
    for await (const line of readLines(file, options)) lines.push(line.text)
  }
  await expect(reading()).rejects.toThrow(TruncatedFileError)
  // zlib itself says how much of it is there.
  const whole = gunzipSync(packed.subarray(0, packed.length / 2), { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  expect(lines).toEqual(whole.split('\n').slice(0, -1))
  expect(lines.length).toBeGreaterThan(5_000)
})

test('reading stops when it is told to', async () => {
  const controller = new AbortController()
  const file = await files.write('long', 'x\n'.repeat(500_000))
  const reading = async (): Promise<void> => {
    for await (const _ of readLines(file, { signal: controller.signal })) controller.abort(new Error('enough'))
  }
  await expect(reading()).rejects.toThrow('enough')
})

test('a text that is longer than allowed is refused', async () => {
  await expect(readWholeText(await files.write('big', 'x'.repeat(101)), { ...options, mostCharacters: 100 })).rejects.toThrow(/longer than 100 characters/)
})

test.each([
  ['a file that is not there', '/nowhere/at/all.csv', 'there is no such file'],
  ['a directory', tmpdir(), 'this is a directory, not a file'],
])('%s is one clear line', async (_, file, reason) => {
  const message = `${file}: ${reason}`
  await expect(Array.fromAsync(readBytes(file, options))).rejects.toThrow(new ImportFormatError(message))
})

test('nothing in a file, packed or not, is said', async () => {
  for (const content of ['', gzipSync('')]) {
    await expect(Array.fromAsync(readLines(await files.write('empty', content), options))).rejects.toThrow(/the file is empty/)
  }
})

test('damaged gzip data and several gzip files in one', async () => {
  const damaged = gzipSync('one\n'.repeat(100_000)).fill(0xff, 200, 220)
  await expect(Array.fromAsync(readLines(await files.write('damaged', damaged), options))).rejects.toThrow(TruncatedFileError)
  const two = Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])
  expect((await Array.fromAsync(readLines(await files.write('two', two), options))).map((line) => line.text)).toEqual(['one', 'two'])
})

test('a line of 30 MB is a problem of its own, soon; the lines beside it are whole', async () => {
  const file = await files.write('long-line', `one\n${'x'.repeat(30_000_000)}\nthree\n`)
  const lines = await Array.fromAsync(readLines(file, options))
  expect(lines.map(({ number, text: { length }, problem }) => [number, length, problem])).toEqual([
    [1, 3, undefined],
    [2, 1_000, 'longer than 20000000 characters'],
    [3, 5, undefined],
  ])
})

test('progress only grows, and ends where the files end', async () => {
  const pair = [await files.write('p1', 'x\n'.repeat(200_000)), await files.write('p2.gz', gzipSync('y\n'.repeat(200_000)))]
  const events: { done: number; total: number | null }[] = []
  const progress = await openFileProgress({ db: null as never, now: () => 0, ...options, progress: (event) => void events.push(event) }, pair)
  // The first one is read twice.
  for (const file of [...pair, pair[0] ?? '']) await Array.fromAsync(readLines(file, { ...options, onBytes: progress(file) }))
  expect(events.map(({ done }) => done)).toEqual(events.map(({ done }) => done).toSorted((a, b) => a - b))
  expect(events.at(-1)?.done).toBe(events.at(-1)?.total)
})
