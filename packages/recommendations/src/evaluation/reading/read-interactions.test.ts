import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IndexOfStrings } from '../../model/index-of-strings.js'
import { temporaryFiles, type Files } from '../__fixtures__/files.js'
import { ProblemList } from './problem-list.js'
import { readInteractions } from './read-interactions.js'

let files: Files
beforeEach(async () => {
  files = await temporaryFiles()
})
afterEach(() => files[Symbol.asyncDispose]())

async function read(text: string | Uint8Array) {
  const names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
  const problems = new ProblemList()
  const table = await readInteractions(await files.write('plays.tsv', text), names, { signal: new AbortController().signal, problems })
  const rows = Array.from(table.users, (user, row) => [names.users.stringOf(user), names.items.stringOf(table.items[row]!), table.weights[row]])
  return { rows, rejected: problems.rejected, problems: problems.listed.map(({ line, field, message }) => [line, field, message]) }
}

const good = 'userID\tartistID\tweight\n2\t51\t13883\n2\t52\t1.5\nann\t51\t1e3\n'
const rows = [
  ['2', '51', 13883],
  ['2', '52', 1.5],
  ['ann', '51', 1000],
] as const

describe('rows', () => {
  it('are read with their ids as they stand, the last with or without a line feed, packed or not', async () => {
    const clean = { rows, rejected: 0, problems: [] }
    expect(await read(good)).toEqual(clean)
    expect(await read(good.trimEnd())).toEqual(clean)
    expect(await read(gzipSync(good))).toEqual(clean)
  })

  it.each([
    ['0', '"0" is zero'],
    ['0.0', '"0.0" is zero'],
    ['1e-60', '"1e-60" is zero'],
    ['-3', '"-3" is negative'],
    ['NaN', '"NaN" is not a number'],
    ['Infinity', '"Infinity" is not a number'],
    ['', '"" is not a number'],
    ['0x10', '"0x10" is not a number'],
    ['1,5', '"1,5" is not a number'],
    [' 7', '" 7" is not a number'],
    ['1e39', '"1e39" is too large'],
  ])('with the weight %j are rejected', async (weight, message) => {
    expect(await read(`${good}2\t53\t${weight}\n`)).toEqual({ rows, rejected: 1, problems: [[5, 'weight', message]] })
  })

  it('with too few or too many fields, without ids, or of no text are rejected, each with its line', async () => {
    const bytes = Buffer.concat([Buffer.from(`${good}2\t53\n2\t53\t1\t1\n\t53\t1\n2\t \t1\n\n`), Buffer.from([0x32, 0x09, 0xff, 0x09, 0x31])])
    expect(await read(bytes)).toEqual({
      rows,
      rejected: 6,
      problems: [
        [5, null, 'expected 3 fields with tabs between, found 2'],
        [6, null, 'expected 3 fields with tabs between, found 4'],
        [7, 'user', 'is empty'],
        [8, 'item', 'is empty'],
        [9, null, 'is empty'],
        [10, null, 'is not valid UTF-8'],
      ],
    })
  })

  it('that say the same user and item again are rejected; the first counts', async () => {
    expect(await read(`${good}ann\t51\t9\n2\t51\t1\n`)).toEqual({
      rows,
      rejected: 2,
      problems: [
        [5, null, 'the same user and item as in line 4'],
        [6, null, 'the same user and item as in line 2'],
      ],
    })
  })
})

describe('files', () => {
  it('with a byte order mark and CR LF are read, and it is said', async () => {
    expect(await read(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual({
      rows,
      rejected: 0,
      problems: [
        [1, null, 'begins with a byte order mark; it is left out'],
        [1, null, 'ends with CR LF, as do 3 lines after it; the CR is left out'],
      ],
    })
  })

  it('whose lines end with CR alone are no rows, and it is said', async () => {
    const { rows: none, problems } = await read(good.replaceAll('\n', '\r'))
    expect(none).toEqual([])
    expect(problems).toEqual([[1, null, 'holds CR without LF: lines end with LF or CR LF, not with CR alone']])
  })

  it('without a header keep their first row, and it is said', async () => {
    expect(await read(good.slice(good.indexOf('\n') + 1))).toEqual({
      rows,
      rejected: 0,
      problems: [[1, null, 'expected a header: user, item, weight, with tabs between; the line is taken as a row']],
    })
  })

  it('with commas say so in the first line', async () => {
    const { problems, rejected } = await read(good.replaceAll('\t', ','))
    expect(problems[0]).toEqual([1, null, 'expected a header: user, item, weight, with tabs between; found 1 field'])
    expect(rejected).toBe(3)
  })

  it('that are empty say so; that are not there throw', async () => {
    expect(await read('')).toEqual({ rows: [], rejected: 0, problems: [[null, null, 'the file is empty']] })
    const options = { signal: new AbortController().signal, problems: new ProblemList() }
    const names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
    await expect(readInteractions({ name: 'x.tsv', path: `${files.directory}/x.tsv` }, names, options)).rejects.toThrow('there is no such file')
  })

  it('break off when somebody aborts', async () => {
    const stop = new AbortController()
    stop.abort(new Error('enough'))
    const source = await files.write('plays.tsv', good)
    const names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
    await expect(readInteractions(source, names, { signal: stop.signal, problems: new ProblemList() })).rejects.toThrow('enough')
  })
})
