import type { DialReport, ExposureReport, Law } from '@linernotes/recommendations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, runCli, type DataDirectory } from './__fixtures__/cli.js'
import { fillForEvaluation } from './__fixtures__/evaluation.js'

let directory: DataDirectory
beforeAll(async () => {
  directory = await createDataDirectory()
  await fillForEvaluation(directory)
}, 120_000)
afterAll(() => directory[Symbol.asyncDispose]())

const run = (...args: string[]) => runCli(args, directory.variables)

describe('evaluate-dial', { timeout: 120_000 }, () => {
  it('prints one document with five steps, each beside its control, and what holds', async () => {
    const { code, stdout } = await run('evaluate-dial', '--k', '10', '--json')
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as DialReport & { readonly laws: readonly Law[] }
    expect(report).toMatchObject({ recipe: 'discover-tracks', k: 10, listeners: 6 })
    expect(report.steps.map(({ adventurousness }) => adventurousness)).toEqual([0, 0.25, 0.5, 0.75, 1])
    for (const { novelty, ndcg, control, ahead } of report.steps) {
      expect(novelty).toBeGreaterThan(0)
      expect(ahead.mean).toBeCloseTo(ndcg - control.ndcg, 9)
    }
    expect(report.laws).toHaveLength(5)
  })

  it('prints a table, with a mark before what holds and what does not', async () => {
    const { stdout } = await run('evaluate-dial', '--k', '10')
    expect(stdout).toMatch(/^discover-tracks, lists of 10 for 6 listeners$/m)
    expect(stdout.match(/^[✓✗] /gm)).toHaveLength(5)
    expect(stdout.match(/^[01]\.\d\d  /gm)).toHaveLength(5)
  })
})

describe('evaluate-exposure', { timeout: 120_000 }, () => {
  it('shows what newcomers get under each floor, and at what cost', async () => {
    const { code, stdout } = await run('evaluate-exposure', '--recipe', 'discover-tracks', '--k', '10', '--floors', '0,1', '--json')
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as ExposureReport
    expect(report.coldArtists).toBeGreaterThan(0)
    expect(report.steps.map(({ floor }) => floor)).toEqual([0, 1])
    expect(report.steps[0]).toMatchObject(report.yardstick)
    expect((await run('evaluate-exposure', '--k', '10', '--floors', '0.5')).stdout).toMatch(
      /^hidden-gems,  50\.0 % .* %  -?\d\.\d{4} \[-?\d\.\d{4}, -?\d\.\d{4}\]$/m,
    )
  })
})

it.each([
  [['evaluate-dial', '--recipe', 'soup'], /--recipe expects one of discover, .* not soup/],
  [['evaluate-dial', '--holdout', '1'], /--holdout expects a share above 0 and below 1, not 1/],
  [['evaluate-dial', '--k', '1'], /--k expects a whole number from 2 to 200, not 1/],
  [['evaluate-exposure', '--floors', '0,2'], /--floors expects 0 to 1, not 2/],
  [['evaluate-exposure', '--cold-artists', '-1'], /--cold-artists expects a share/],
])('%j is wrong usage', async (args, message) => {
  const { code, stderr } = await run(...args)
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
})
