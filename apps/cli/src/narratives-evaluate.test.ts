import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '@linernotes/database'
import type { NarrativeEvaluation } from '@linernotes/narratives/evaluation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, runCli, startCli, type DataDirectory, type Variables } from './__fixtures__/cli.js'
import { fillForEvaluation, writeConfig } from './__fixtures__/evaluation.js'

let directory: DataDirectory
let variables: Variables
beforeAll(async () => {
  directory = await createDataDirectory()
  await fillForEvaluation(directory)
  variables = { ...directory.variables, LINERNOTES_CONFIG: await writeConfig(directory), INIT_CWD: directory.path }
}, 120_000)
afterAll(() => directory[Symbol.asyncDispose]())

const evaluate = (...args: string[]) => runCli(['narratives', 'evaluate', '--recipe', 'discover-tracks', ...args], variables)
const share = ({ count, of }: { readonly count: number; readonly of: number }) => count / of

async function reportIn(folder: string): Promise<NarrativeEvaluation> {
  return JSON.parse(await readFile(path.join(directory.path, folder, 'report.json'), 'utf8')) as NarrativeEvaluation
}

/** What the first provider wrote of what for whom. */
async function textsOf(folder: string): Promise<unknown[]> {
  return (await reportIn(folder)).items.map(({ listener, itemId, answers }) => [listener, itemId, answers[0]?.text])
}

describe('narratives evaluate', { timeout: 120_000 }, () => {
  it('gives the same briefs to every provider and says who wrote what', async () => {
    const { code, stdout, stderr } = await evaluate('--providers', 'house-narrator,pen', '--items', '20', '--judge', 'pen', '--json', '--out', 'first')
    expect([code, stderr]).toEqual([0, expect.stringContaining(path.join(directory.path, 'first/page.html'))])
    const report = JSON.parse(stdout) as NarrativeEvaluation
    expect(await reportIn('first')).toEqual(report)
    expect(report).toMatchObject({
      format: 'narrative-evaluation/v1',
      complete: true,
      asked: { items: 20, lists: 2, listeners: 2, recipe: 'discover-tracks', style: 'blurb', seed: 1 },
    })
    const [house, pen] = report.providers
    if (house === undefined || pen === undefined) throw new Error('expected two providers')
    expect(share(house.own.rules)).toBe(1)
    // What is refused, it is asked for once more; a third of all answers are lies.
    expect(pen.own.words.count + pen.own.fallback.count).toBe(20)
    expect(pen.grounding.sentences.count).toBeLessThan(pen.grounding.sentences.of)
    expect(pen.grounding.refusals.map(({ code: refused }) => refused)).toContain('name')
    expect(pen.grounding.askedAgain.count).toBeGreaterThan(0)
    expect(pen.usage.costMicroUsd.total).toBe(2 * pen.usage.costMicroUsd.calls)
    // It says the first fact of the first reason, which no other listener and no other item has.
    expect(share(pen.reasons.firstProof)).toBe(1)
    expect(share(pen.swap.items)).toBeGreaterThan(0.7)
    expect(report.judge?.agreement.n).toBeGreaterThan(50)
    expect(report.judge).toMatchObject({ provider: 'pen', model: 'ruler', agreement: { weightedKappa: expect.any(Number) } })
    expect(house.tone?.n).toBe(20)
    for (const item of report.items) expect(item.answers.map(({ provider }) => provider)).toEqual(['house-narrator', 'pen'])
  })

  it('shows titles on its page as text only', async () => {
    const page = await readFile(path.join(directory.path, 'first/page.html'), 'utf8')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script')
  })

  it('draws the same lists for the same seed, and prints a table', async () => {
    const { code, stdout } = await evaluate('--providers', 'house-narrator', '--items', '20', '--out', 'second')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^house-narrator \(phrases\): 20 briefs, 2 lists, 2 listeners$/m)
    expect(stdout).toMatch(/^[✓✗] says the ranker's first reason .*goal ≥ 90 %$/m)
    expect(await textsOf('second')).toEqual(await textsOf('first'))
  })

  it('keeps what was done when it is stopped, in whole files; another seed draws other lists', async () => {
    const args = ['--providers', 'house-narrator,slow', '--items', '60', '--listeners', '6', '--seed', '3', '--out', 'stopped']
    const running = startCli(['narratives', 'evaluate', '--recipe', 'discover-tracks', ...args], variables)
    while (!existsSync(path.join(directory.path, 'under-way'))) await setTimeout(20)
    running.kill('SIGINT')
    const { code, stdout, stderr } = await running.ended
    expect([code, stdout]).toEqual([130, ''])
    expect(stderr).toMatch(/^Interrupted after [1-5]0 of 60 briefs\. What was done is in .*stopped\/page\.html/)
    expect((await readdir(path.join(directory.path, 'stopped'))).toSorted()).toEqual(['page.html', 'report.json'])
    const report = await reportIn('stopped')
    expect(report.complete).toBe(false)
    expect((await textsOf('stopped')).slice(0, 10)).not.toEqual((await textsOf('first')).slice(0, 10))
    // The same lists of both.
    expect(report.providers.map(({ briefs }) => briefs)).toEqual([report.items.length, report.items.length])
  })

  it('leaves nothing behind in the database that is served from', async () => {
    await using database = await openDatabase({ dataDirectory: directory.path, mode: 'own' })
    for (const table of ['narratives', 'narrative_usage', 'recommendations', 'evidence'] as const)
      expect([table, await database.db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  })
})

describe('wrong usage', { timeout: 120_000 }, () => {
  it.each([
    ['no provider', ['--providers', ','], 2, /--providers expects keys/],
    ['a provider that there is not', ['--providers', 'house-narrator,gpt-9'], 2, /"gpt-9"; there are house-narrator, pen, slow/],
    ['a judge that there is not', ['--providers', 'pen', '--judge', 'gpt-9'], 2, /"gpt-9"; there are house-narrator, pen, slow/],
    ['a judge that cannot judge', ['--providers', 'pen', '--judge', 'house-narrator'], 1, /house-narrator cannot judge/],
    ['a recipe that there is not', ['--providers', 'pen', '--recipe', 'soup'], 2, /--recipe expects one of discover, .* not soup/],
    ['a number that is none', ['--providers', 'pen', '--items', '1e3'], 2, /--items expects 1 to 10,000, not 1e3/],
  ])('%s', async (_, args, expected, line) => {
    const { code, stdout, stderr } = await evaluate(...args)
    expect([code, stdout]).toEqual([expected, ''])
    expect(stderr).toMatch(line)
  })
})
