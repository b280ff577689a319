import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, runCli, type DataDirectory } from './__fixtures__/cli.js'

interface Report {
  readonly dataset: { readonly split: object | null; readonly test: { readonly listeners: number } }
  readonly models: readonly {
    readonly name: string
    readonly metrics: Readonly<Record<string, { readonly mean: number } | null>>
    readonly trainSeconds: number
    readonly peakMegabytes: number
  }[]
  readonly rejected: number
  readonly problems: readonly { readonly file: string; readonly line: number | null; readonly message: string }[]
}

let place: DataDirectory
let home: string
beforeAll(async () => {
  place = await createDataDirectory()
  home = path.dirname(place.path)
  // Three tastes: users play ten of the thirty items of theirs.
  const rows = Array.from({ length: 120 }, (_, user) =>
    Array.from({ length: 10 }, (__, turn) => `${user}\t${(user % 3) * 30 + ((user * 7 + turn * 3) % 30)}\t${turn + 1}`),
  )
  await writeFile(path.join(home, 'plays.tsv'), `userID\tartistID\tweight\n${rows.flat().join('\n')}\n`)
  await writeFile(path.join(home, 'bad.tsv'), `userID\tartistID\tweight\n${rows.flat().join('\n')}\n0\t0\n1\t2\tNaN\n`)
  await writeFile(path.join(home, 'empty.tsv'), '')
})
afterAll(() => place[Symbol.asyncDispose]())

const run = (...args: string[]) => runCli(['evaluate', ...args], { ...place.variables, INIT_CWD: home })
const two = ['--models', 'popularity,item-knn', '--k', '5,10'] as const
const withoutCost = ({ models, dataset }: Report): unknown => [models.map(({ name, metrics }) => [name, metrics]), dataset.test]

describe('evaluate', () => {
  it('splits a file, prints one document, opens no database, and repeats itself from the files that it wrote', async () => {
    const first = await run('--split', 'user', 'plays.tsv', '--seed', '3', ...two, '--write-split', 'parts', '--json')
    expect(first).toMatchObject({ code: 0 })
    const report = JSON.parse(first.stdout) as Report
    expect(report.models.map(({ name }) => name)).toEqual(['popularity', 'item-knn'])
    expect(Object.keys(report.models[0]!.metrics)).toEqual(
      ['5', '10'].flatMap((k) => ['ndcg', 'recall', 'coverage', 'novelty', 'diversity', 'gini', 'calibrationKl'].map((name) => `${name}@${k}`)),
    )
    // Who is like whom is in the data: the neighbours find it, popularity does not.
    expect(report.models[1]!.metrics['ndcg@10']!.mean).toBeGreaterThan(2 * report.models[0]!.metrics['ndcg@10']!.mean)
    expect(report.models.every(({ trainSeconds, peakMegabytes }) => trainSeconds > 0 && peakMegabytes > 10)).toBe(true)
    expect([report.rejected, report.problems, report.dataset.test.listeners]).toEqual([0, [], 24])
    expect(await readdir(home)).not.toContain('data')
    expect((await readFile(path.join(home, 'parts/test.tsv'), 'utf8')).split('\n', 1)).toEqual(['userID\titemID\tweight'])
    const files = ['--interactions', 'parts/interactions.tsv', '--fold-in', 'parts/fold-in.tsv', '--test', 'parts/test.tsv']
    const second = JSON.parse((await run(...files, '--seed', '3', ...two, '--json')).stdout) as Report
    expect(withoutCost(second)).toEqual(withoutCost(report))
  })

  it('prints a table, and names rows that are wrong on stderr', async () => {
    const { code, stdout, stderr } = await run('--split', 'user', 'bad.tsv', ...two)
    expect(code).toBe(0)
    expect(stdout).toContain('nDCG, more is better')
    expect(stdout).toMatch(/ {2}item-knn +0\.\d{4} \(0\.\d{4} to \d\.\d{4}\)/)
    expect(stderr).toContain(
      'bad.tsv: line 1202: expected 3 fields with tabs between, found 2\nbad.tsv: line 1203: weight: "NaN" is not a number\n2 rows are left out.',
    )
  })

  it('ends with 3 when asked to be strict', async () => {
    const { code, stdout } = await run('--split', 'user', 'bad.tsv', '--models', 'popularity', '--strict', '--json')
    expect(code).toBe(3)
    expect((JSON.parse(stdout) as Report).problems.map(({ line }) => line)).toEqual([1202, 1203])
  })

  it('ends with 1 where files are missing or leave nothing', async () => {
    expect(await run('--split', 'user', 'none.tsv')).toMatchObject({ code: 1, stdout: '' })
    expect(await run('--split', 'user', 'empty.tsv')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'empty.tsv: the file is empty\nThere is nothing to train on: the interactions hold no usable row.\n',
    })
  })

  it('ends with 2 and says how to call it', async () => {
    const { code, stdout, stderr } = await run('plays.tsv')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('add --split user')
  })
})
