import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryFiles, type TemporaryFiles } from '../__fixtures__/temporary-files.js'
import { CsvSplitter } from './csv-splitter.js'
import { readCsv, readCsvHeader } from './read-csv.js'

let files: TemporaryFiles
beforeAll(async () => {
  files = await openTemporaryFiles()
})
afterAll(async () => await files[Symbol.asyncDispose]())

const options = { signal: new AbortController().signal }

test('CSV rows are read with quotes, commas and line breaks in them; a bad row does not stop the next', async () => {
  const file = await files.write('rows.csv', '\uFEFFid,title\r\n1,"a, ""b""\nc"\r\n2\r\n3,d\r\n')
  const rows = await Array.fromAsync(readCsv(file, options))
  expect(rows.flatMap((row) => ('record' in row ? [row.record] : []))).toEqual([
    { id: '1', title: 'a, "b"\nc' },
    { id: '3', title: 'd' },
  ])
  expect(rows.filter((row) => 'problem' in row)).toMatchObject([{ line: 4, problem: expect.stringMatching(/column/i) }])
})

async function csv(text: string | Uint8Array): Promise<(string | [number | null, string])[]> {
  const rows = await Array.fromAsync(readCsv(await files.write('x.csv', text), options))
  return rows.map((row) => ('record' in row ? `${row.line}: ${Object.values(row.record).join('|')}` : [row.line, row.problem]))
}

test.each([
  ['a quote that is never closed costs its own line', 'a,b\n1,"x\n2,y\n3,z\n', [[2, 'a quote is not closed'], '3: 2|y', '4: 3|z']],
  ['a stray quote does not swallow rows up to the next one', 'a,b\n1,"x\n2,"y"\n3,z\n', [[2, 'text follows a closing quote'], '3: 2|y', '4: 3|z']],
  ['lines are counted through line breaks in quotes', 'a,b\r\n1,"x\r\n\r\ny"\r\n2,z\r\n', ['2: 1|x\r\n\r\ny', '5: 2|z']],
  ['the wrong number of columns', 'a,b\n1\n1,2,3\n1,2\n', [[2, 'expected 2 columns, found 1'], [3, 'expected 2 columns, found 3'], '4: 1|2']],
  ['a quote in the middle stands for itself', 'a,b\n12" mix,"6"" tape"\n', ['2: 12" mix|6" tape']],
  ['blank lines, no line end at the end, empty fields', 'a,b\n\n,\n"",""', ['3: |', '4: |']],
  ['text after a closing quote', 'a,b\n"x"y,1\nx,1\n', [[2, 'text follows a closing quote'], '3: x|1']],
  ['a header only', 'a,b\n', []],
])('CSV: %s', async (_, text, rows) => {
  expect(await csv(text)).toEqual(rows)
})

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

test('CSV comes out as it went in, wherever the pieces are cut', () => {
  const field = string({ unit: constantFrom('a', '"', ',', '\n', '\r', 'ß', ' ') })
  const rows = array(tuple(field, field), { minLength: 1, maxLength: 8 })
  assert(
    property(rows, integer({ min: 1, max: 5 }), constantFrom('\n', '\r\n'), (records, size, end) => {
      const text = records.map((record) => record.map(quote).join(',') + end).join('')
      const splitter = new CsvSplitter()
      const found = []
      for (let at = 0; at < text.length; at += size) found.push(...splitter.add(text.slice(at, at + size)))
      found.push(...splitter.end())
      expect(found.map((record) => ('fields' in record ? record.fields : record.problem))).toEqual(records)
      let line = 1
      for (const [index, record] of records.entries()) {
        expect(found[index]?.line).toBe(line)
        line += 1 + record.join('').split('\n').length - 1
      }
    }),
  )
})

test('CSV: a row that never ends is one problem', async () => {
  expect(await csv(`a,b\n1,${'x'.repeat(3_000_000)}\n2,y\n`)).toEqual([[2, 'longer than 1000000 characters'], '3: 2|y'])
  expect(await csv(`a,b\n1,"${'x\n'.repeat(700_000)}2,y\n`)).toHaveLength(700_001)
  expect(await readCsvHeader(await files.write('y.csv', '\uFEFFa, b \n1,2\n'), options)).toEqual(['a', 'b'])
})
