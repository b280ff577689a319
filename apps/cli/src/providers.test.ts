import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, root, runCli, type DataDirectory, type Variables } from './__fixtures__/cli.js'
import { createOutsideConfig, type OutsideConfig } from './__fixtures__/outside-plugin.js'

let directory: DataDirectory
let outside: OutsideConfig
let tattling: Variables
beforeAll(async () => {
  directory = await createDataDirectory()
  outside = await createOutsideConfig()
  tattling = await outside.configure([`'tattler'`])
  const episodes = path.join(root, 'data/cc-by-sa-4.0/jupiter/jupiter-extras.jsonl.gz')
  await runCli(['import', 'jupiter', episodes], directory.variables)
})
afterAll(async () => {
  await outside[Symbol.asyncDispose]()
  await directory[Symbol.asyncDispose]()
})

const run = (args: readonly string[], variables: Variables = tattling) => runCli(args, { ...directory.variables, ...variables })
const title = 'Brunch with Brent: Carl Richell'

interface Trial {
  readonly writer: string
  readonly text: string
  readonly claims: readonly { text: string; support: string }[]
  readonly attempts: readonly {
    model: string
    usage: object
    sentences: readonly { text: string; accepted: boolean; refusals: readonly { code: string }[] }[]
  }[]
}

describe('providers try', () => {
  it('shows what a package from outside the repository wrote, what stands on what, and what was refused and why', async () => {
    const { code, stdout, stderr } = await run(['providers', 'try', 'tattler', '--item', title])
    expect([code, stderr]).toEqual([0, expect.stringContaining('Asking tattler for a pitch about “Brunch with Brent: Carl Richell”')])
    expect(stdout).toMatch(/^ {2}✓ .+ \[1\]$/mu)
    expect(stdout).toMatch(/^ {4}\[1\] .+ \(Jupiter Broadcasting, CC-BY-SA-4\.0\)$/mu)
    expect(stdout).toMatch(/✗ Elvis Presley sang it 9,999 times\./u)
    expect(stdout).toMatch(/refused, \S+: .*(?:Elvis|9,999)/u)
    expect(stdout).toMatch(/12 tokens in, 7 tokens out/u)
    expect(stdout.split('\n')[0]).not.toContain('Elvis')
  })

  it('is one JSON document with --json, by id as by title', async () => {
    const byTitle = JSON.parse((await run(['providers', 'try', 'tattler', '--item', title, '--json'])).stdout) as { item: { id: string }; trials: Trial[] }
    const byId = await run(['providers', 'try', 'tattler', '--item', byTitle.item.id, '--json'])
    const { item, trials } = JSON.parse(byId.stdout) as { item: object; trials: readonly Trial[] }
    expect(item).toEqual(byTitle.item)
    const [trial] = trials
    expect(trial).toMatchObject({ asked: 'tattler', writer: 'tattler', fallbackReason: null, model: 'gossip' })
    expect(trial?.claims.every((claim) => trial.text.includes(claim.text))).toBe(true)
    expect(trial?.attempts[0]?.sentences.map(({ accepted }) => accepted)).toEqual([true, false])
    expect(trial?.attempts[0]?.sentences[1]?.refusals[0]?.code).toMatch(/^(?:name|number|citation|listening)$/u)
  })

  it('streams sentence by sentence, and sets two providers side by side', async () => {
    const { code, stdout } = await run(['providers', 'try', 'tattler', '--item', title, '--stream', '--against', 'house-narrator'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^── tattler\n.+\n── house-narrator\n/u)
    expect(stdout).toMatch(/^tattler +│ house-narrator$/mu)
  })

  it.each([
    [['nobody'], /there is no provider "nobody"; there are house-narrator, tattler/u],
    [['tattler', '--item', 'No Such Thing At All'], /--item: no track or episode has the id or title "No Such Thing At All"/u],
    [['tattler', '--style', 'ode'], /--style expects blurb, dj or pitch, not ode/u],
    [['tattler', '--against', 'nobody'], /there is no provider "nobody"/u],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(['providers', 'try', ...args])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})

describe('providers doctor', () => {
  it('looks at everything, cheap first, and says what to do', async () => {
    const { code, stdout } = await run(['providers', 'doctor', '--json'])
    const { providers } = JSON.parse(stdout) as { providers: { key: string; works: boolean; checks: { check: string; state: string }[] }[] }
    expect([code, providers.map(({ key, works }) => [key, works])]).toEqual([
      0,
      [
        ['house-narrator', true],
        ['tattler', true],
      ],
    ])
    expect(providers[1]?.checks.map(({ check }) => check)).toEqual([
      'package',
      'options',
      'start',
      'capabilities',
      'model-file',
      'endpoint',
      'health',
      'narrative',
    ])
  })

  it('is 1 where a provider of the order cannot work, with the remedy', async () => {
    const variables = { LLAMA_LOCAL_MODEL: 'smollm2-135m-instruct', LINERNOTES_CONFIG: '' }
    const { code, stdout } = await run(['providers', 'doctor', 'llama-local'], variables)
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ model-file +not on this machine: smollm2-135m-instruct\n +→ get it: .*linernotes models pull smollm2-135m-instruct/u)
    expect((await run(['providers', 'doctor', 'house-narrator'], variables)).code).toBe(0)
  })

  it('names the place and the remedy of a package that is not there, and of options that are wrong', async () => {
    const missing = await outside.configure([`'tattler'`, `'no-such-narrator'`], `{ narratives: { tattler: { shout: true } } }`)
    const { code, stdout } = await run(['providers', 'doctor'], missing)
    expect(code).toBe(1)
    expect(stdout).toContain(`providers[2]: cannot find package "no-such-narrator"; run: npm install no-such-narrator in ${outside.directory}`)
    expect(stdout).toMatch(/✗ options +narratives\.tattler\.shout: no such option/u)
  })
})

describe('providers conformance', () => {
  it('is a report as JSON, and 1 where a promise is broken', async () => {
    const good = await run(['providers', 'conformance', 'house-narrator', '--json'])
    expect([good.code, JSON.parse(good.stdout)]).toEqual([0, expect.objectContaining({ plugin: 'house-narrator', passed: true })])
    const { code, stdout } = await run(['providers', 'conformance', 'tattler'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ rejects health with the reason itself if aborted before$/mu)
    expect(stdout).toMatch(/^· fails well over the network: 500 \(not applicable: it does not use host\.fetch\)$/mu)
  })

  it('takes options for the check only', async () => {
    expect((await run(['providers', 'conformance', 'house-narrator', '--options', 'nonsense'])).code).toBe(2)
    const refused = await run(['providers', 'conformance', 'house-narrator', '--options', '{"no":1}'])
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringMatching(/The config of the test is refused/u)])
  })
})
