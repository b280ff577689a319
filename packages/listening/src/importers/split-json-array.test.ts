import { array, assert, asyncProperty, boolean, integer, jsonValue } from 'fast-check'
import { expect, test } from 'vitest'
import { splitJsonArray, type RawRow } from './split-json-array.js'

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length)
}
async function split(text: string, length: number, keys: readonly string[] = []): Promise<RawRow[]> {
  return Array.fromAsync(splitJsonArray(pieces(text, length), keys))
}
const texts = (rows: readonly RawRow[]): string[] => rows.map((row) => ('text' in row ? row.text : row.problem))

test('every array comes back element by element, wherever the pieces are cut', async () => {
  const property = asyncProperty(array(jsonValue()), integer({ min: 1, max: 20 }), boolean(), async (values, length, isPretty) => {
    const list = JSON.stringify(values, null, isPretty ? 2 : 0)
    const document = `{"list": "[1]", "other": {"listens": "no"}, "payload": ${list}, "after": [1, 2]}`
    expect(texts(await split(list, length)).map((text) => JSON.parse(text))).toEqual(JSON.parse(list))
    expect(texts(await split(document, length, ['payload'])).map((text) => JSON.parse(text))).toEqual(JSON.parse(list))
  })
  await assert(property, { numRuns: 60 })
})

test('a row knows its line and its place', async () => {
  expect(await split('[\n{"a":\n1},\n2]', 4)).toEqual([
    { line: 2, entry: 1, text: '{"a":\n1}' },
    { line: 4, entry: 2, text: '2' },
  ])
})

test('a file that breaks off says so after its last whole row', async () => {
  const rows = await split('[{"a": 1}, {"b": "x', 5)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ text: '{"a": 1}' })
  expect(rows[1]).toMatchObject({ entry: 2, problem: expect.stringContaining('truncated') })
})

test('an endless element is refused, and the next one is read', async () => {
  const rows = await split(`["${'x'.repeat(1_200_000)}", 2]`, 65_536)
  expect(rows[0]).toMatchObject({ problem: expect.stringContaining('longer than') })
  expect(rows[1]).toMatchObject({ text: '2' })
})
