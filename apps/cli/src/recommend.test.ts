import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDataDirectory, root, runCli, type DataDirectory } from './__fixtures__/cli.js'

let directory: DataDirectory
beforeAll(async () => {
  directory = await createDataDirectory()
})
afterAll(() => directory[Symbol.asyncDispose]())

const run = (...args: string[]) => runCli(args, directory.variables)

const item = (rank: number) => ({
  rank,
  kind: 'episode',
  itemId: expect.stringMatching(/^epi_/),
  title: expect.stringMatching(/./),
  by: 'Jupiter EXTRAS',
  narrative: { text: expect.stringMatching(/./), provider: 'house-narrator', fallbackReason: null },
  problem: null,
})

it('an empty catalogue is no failure, and is said on stderr', async () => {
  const { code, stdout, stderr } = await run('recommend', 'ann')
  expect([code, stdout]).toEqual([0, ''])
  expect(stderr).toContain('The catalogue holds nothing to recommend')
})

it('recommends and says why, for nobody in particular where the listener is unknown', async () => {
  expect((await run('import', 'jupiter', path.join(root, 'data/cc-by-sa-4.0/jupiter/jupiter-extras.jsonl.gz'))).code).toBe(0)
  const { code, stdout, stderr } = await run('recommend', 'ann', '--first', '2', '--kinds', 'episode', '--provider', 'house-narrator', '--json')
  expect([code, stderr]).toEqual([0, ''])
  const answer = JSON.parse(stdout) as { recommendations: { title: string; narrative: { text: string } }[] }
  expect(answer).toEqual({ listener: 'ann', profiled: false, recommendations: [item(1), item(2)] })

  const said = await run('recommend', 'ann', '--first', '1', '--kinds', 'episode', '--provider', 'house-narrator')
  expect(said.stdout).toContain(answer.recommendations[0]?.narrative.text)
  expect(said.stderr).toBe('Nothing is known of ann: this is for nobody in particular.\n')
})

it('a provider that there is not is wrong usage', async () => {
  const { code, stdout, stderr } = await run('recommend', 'ann', '--kinds', 'episode', '--provider', 'gpt-9')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/--provider: .*"gpt-9".*house-narrator/)
})

it('providers says who can write now', async () => {
  const { code, stdout } = await run('providers', '--json')
  const { providers } = JSON.parse(stdout) as { providers: { key: string; health: { state: string } }[] }
  expect(code).toBe(0)
  expect(providers.find(({ key }) => key === 'house-narrator')?.health.state).toBe('up')
  expect((await run('providers')).stdout).toMatch(/^● house-narrator/m)
})
