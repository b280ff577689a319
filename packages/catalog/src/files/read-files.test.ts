import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryFiles, type TemporaryFiles } from '../__fixtures__/temporary-files.js'
import { TruncatedFileError } from './read-bytes.js'
import { readCsv } from './read-csv.js'
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
  expect(lines[0]).toBe('line 0 0')
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

test('CSV rows are read with quotes, commas and line breaks in them; a bad row does not stop the next', async () => {
  const file = await files.write('rows.csv', '\uFEFFid,title\r\n1,"a, ""b""\nc"\r\n2\r\n3,d\r\n')
  const rows = await Array.fromAsync(readCsv(file, options))
  expect(rows.flatMap((row) => ('record' in row ? [row.record] : []))).toEqual([
    { id: '1', title: 'a, "b"\nc' },
    { id: '3', title: 'd' },
  ])
  expect(rows.filter((row) => 'problem' in row)).toMatchObject([{ line: 4, problem: expect.stringMatching(/column/i) }])
})
