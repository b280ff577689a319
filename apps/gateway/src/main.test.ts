import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestClient } from './testing/test-client.js'
import { feedXml } from './testing/test-files.js'

/** These start the built gateway as a newcomer does: `pnpm test` builds it first. */
const main = path.resolve(import.meta.dirname, '../dist/main.js')
const rootConfig = path.resolve(import.meta.dirname, '../../../linernotes.config.ts')

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-main-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

interface Run {
  readonly signal: (name: NodeJS.Signals) => void
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly complaint: string }>
}

function start(environment: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], LINERNOTES_DATA_DIR: path.join(directory, 'data'), PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  return { signal: (name) => void child.kill(name), ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out, complaint })) }
}

async function listening<S extends Server>(server: S): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  server.close()
  return port
}

/** The configuration of the repository, changed. */
async function configured(name: string, text: string): Promise<string> {
  const file = path.join(directory, name)
  await writeFile(file, text)
  return file
}
const changed = (change: string): string =>
  `import base from ${JSON.stringify(rootConfig)}\nexport default (environment) => { const config = base(environment); return ${change} }\n`

/** The one line with which a start is refused. */
const refused = async (environment: Readonly<Record<string, string>>): Promise<string> => {
  const { code, out, complaint } = await start(environment).ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(complaint).toMatch(/^[^\n]{20,400}\n$/)
  expect(complaint).not.toMatch(/^\s*at |node:internal|\{"level"/)
  return complaint
}

describe('what keeps the gateway from starting is one line with the remedy, and exit code 1', () => {
  it('a configuration that is no TypeScript', async () => {
    expect(await refused({ LINERNOTES_CONFIG: await configured('broken.config.ts', 'export default ({ providers: [ }') })).toContain('broken.config.ts: ')
  })
  it('a configuration that is not there', async () => {
    expect(await refused({ LINERNOTES_CONFIG: path.join(directory, 'none.ts') })).toMatch(/none\.ts: no such file; set LINERNOTES_CONFIG/)
  })
  it('a key that the configuration does not know', async () => {
    expect(await refused({ LINERNOTES_CONFIG: await configured('key.config.ts', changed('{ ...config, providerz: [] }')) })).toContain('"providerz"')
  })
  it('an environment variable of the wrong kind', async () => {
    expect(await refused({ PORT: 'many' })).toBe('PORT: expected a port, 0 to 65535\n')
  })
  it('PostgreSQL without a word about who may ask', async () => {
    expect(await refused({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toContain('LINERNOTES_INSECURE=1')
  })
  it('PostgreSQL that does not answer', async () => {
    expect(await refused({ DATABASE_URL: 'postgres://nobody:hush@127.0.0.1:1/none', LINERNOTES_INSECURE: '1' })).not.toContain('hush')
  })
  it('a wrong option of a provider', async () => {
    const file = await configured('option.config.ts', changed(`{ ...config, narratives: { ...config.narratives, 'llama-hosted': { baseUrl: 'nonsense' } } }`))
    expect(await refused({ LINERNOTES_CONFIG: file })).toContain('narratives.llama-hosted.baseUrl: expected url')
  })
  it('an option that no provider has', async () => {
    const file = await configured('unknown.config.ts', changed(`{ ...config, narratives: { ...config.narratives, 'house-narrator': { volume: 11 } } }`))
    expect(await refused({ LINERNOTES_CONFIG: file })).toMatch(/narratives\.house-narrator.*volume/)
  })
  it('a port that is in use', async () => {
    const other = createServer()
    const port = await listening(other)
    expect(await refused({ PORT: String(port) })).toBe(`Port ${port} on 127.0.0.1 is in use. Stop what uses it, or start with PORT=${port + 1}.\n`)
    other.close()
  })

  it('a data directory that another gateway has open; and SIGTERM lets a running request finish', async () => {
    const answered = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const feeds = createHttpServer((_request, response) => {
      asked.resolve()
      void answered.promise.then(() => response.end(feedXml))
    })
    const feedPort = await listening(feeds)
    const port = await freePort()
    const run = start({ PORT: String(port), LINERNOTES_ALLOW_PRIVATE_FEEDS: '1' })
    const client = createTestClient(`http://127.0.0.1:${port}`)
    await vi.waitFor(async () => expect((await fetch(`${client.url}/livez`)).status).toBe(200), { timeout: 60_000, interval: 200 })
    // The sample is being imported: alive, and not ready yet.
    expect(await (await fetch(`${client.url}/readyz`)).json()).toEqual({ status: 'not ready', detail: 'starting' })

    expect(await refused({})).toMatch(new RegExp(`${path.join(directory, 'data')}.*\\d+`))

    const importing = client.execute(
      `mutation { importFeed(url: "http://127.0.0.1:${feedPort}/feed.xml") { __typename ... on Show { title } ... on InputError { message } } }`,
    )
    await asked.promise
    const stoppedAt = performance.now()
    run.signal('SIGTERM')
    setTimeout(answered.resolve, 500)
    expect((await importing).data.importFeed).toEqual({ __typename: 'Show', title: 'Harbour Light' })
    const { code, complaint } = await run.ended
    expect({ code, complaint }).toEqual({ code: 0, complaint: expect.not.stringMatching(/ at |"level":[56]0/) })
    expect(performance.now() - stoppedAt).toBeLessThan(10_000)
    await expect(fetch(`${client.url}/livez`)).rejects.toThrow('fetch failed')
    feeds.close()
  }, 60_000)

  it('goes on when a plugin forgets a promise that fails, or a timer that throws', async () => {
    const plugin = `{ contract: 'narrative/v1', key: 'forgetful', displayName: 'Forgetful', version: '1', config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
      create: async () => { void Promise.reject(new Error('forgotten')); setTimeout(() => { throw new Error('late') }, 20); throw new Error('no start') } }`
    const file = await configured('forgetful.config.ts', changed(`{ ...config, providers: [...config.providers, async () => ({ default: ${plugin} })] }`))
    const port = await freePort()
    const run = start({ PORT: String(port), LINERNOTES_CONFIG: file, LINERNOTES_DATA_DIR: path.join(directory, 'forgetful') })
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200), { timeout: 60_000, interval: 200 })
    const asked = await createTestClient(`http://127.0.0.1:${port}`).execute('{ providers { key health { state } } }')
    expect(asked.data.providers).toContainEqual({ key: 'forgetful', health: { state: 'DOWN' } })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200)
    run.signal('SIGTERM')
    const { code, complaint } = await run.ended
    expect({ code, complaint }).toEqual({ code: 0, complaint: expect.stringMatching(/forgotten.*gateway\.unhandled-rejection/u) })
    expect(complaint).toMatch(/"provider":"forgetful".*late.*gateway\.plugin-exception|late.*"provider":"forgetful".*gateway\.plugin-exception/u)
  }, 120_000)

  it('ends where a plugin never lets go, says which, and serves without it when it is started anew', async () => {
    const plugin = `{ contract: 'narrative/v1', key: 'greedy', displayName: 'Greedy', version: '1', config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
      create: async () => { await new Promise((resolve) => setTimeout(resolve, 5)); for (;;); } }`
    const file = await configured('greedy.config.ts', changed(`{ ...config, providers: [...config.providers, async () => ({ default: ${plugin} })] }`))
    const port = await freePort()
    // The sample is there from the test before.
    const variables = { PORT: String(port), LINERNOTES_CONFIG: file, LINERNOTES_DATA_DIR: path.join(directory, 'forgetful') }
    const { code, complaint } = await start(variables).ended
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: expect.stringMatching(/"provider":"greedy","msg":"greedy has kept the process busy for \d+ s.*greedy\.config\.ts/u),
    })
    const run = start(variables)
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200), { timeout: 120_000, interval: 200 })
    const asked = await createTestClient(`http://127.0.0.1:${port}`).execute('{ providers { key health { state detail } } }')
    expect(asked.data.providers).toContainEqual({ key: 'greedy', health: { state: 'DOWN', detail: expect.stringContaining('blocked the whole process') } })
    run.signal('SIGTERM')
    expect((await run.ended).code).toBe(0)
  }, 240_000)
})
