import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, root, runCli, type DataDirectory } from './__fixtures__/cli.js'

let directory: DataDirectory
beforeAll(async () => {
  directory = await createDataDirectory()
  await mkdir(directory.path, { recursive: true })
})
afterAll(() => directory[Symbol.asyncDispose]())

const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) => runCli(args, { ...directory.variables, ...variables })

/** One line, and nothing that a program says when it falls over. */
function expectOneLine(stderr: string): void {
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/^\s+at /m)
}

describe('wrong usage', () => {
  it.each([
    ['no command', [], /Usage: linernotes/],
    ['an unknown command', ['listen'], /unknown command 'listen'/],
    ['an unknown command of a group', ['providers', 'nonsense'], /unknown command 'nonsense'/],
    ['an unknown option', ['providers', '--verbose'], /unknown option '--verbose'/],
    ['a missing argument', ['import', 'freemusicc'], /missing required argument 'file'/],
    ['an unknown format', ['import', 'mp3', 'a.mp3'], /unknown format mp3; known: freemusicc/],
    ['a listener without a name', ['import', 'listenbrainz', 'a.jsonl', '--listener', ' '], /--listener expects/],
    ['nothing to show of the configuration', ['config'], /--print or --env-example/],
    ['a length that is no number', ['recommend', 'ada', '--first', '1e3'], /--first expects 1 to 100, not 1e3/],
    ['a kind that there is not', ['recommend', 'ada', '--kinds', 'track,video'], /--kinds expects .* not video/],
  ])('%s is 2, with a hint on stderr and nothing on stdout', async (_, args, hint) => {
    expect(await run(args)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(hint) })
  })

  it('help that was asked for is an answer', async () => {
    const { code, stdout, stderr } = await run(['import', '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('spotify-history')
  })
})

describe('failures', () => {
  it('a file that is not there is named before a database is made', async () => {
    const { code, stdout, stderr } = await run(['import', 'freemusicc', 'missing.csv'], { INIT_CWD: directory.path })
    expect([code, stdout, stderr]).toEqual([1, '', `import: ${directory.path}/missing.csv: no such file\n`])
    await expect(readFile(path.join(directory.path, 'pgdata', 'PG_VERSION'))).rejects.toThrow('ENOENT')
  })

  it('every broken variable is reported, without its value', async () => {
    const { code, stdout, stderr } = await run(['providers'], { PORT: 'http', DATABASE_URL: 'mysql://u:s3cret@h/d' })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^PORT: .*\nDATABASE_URL: .*\n$/)
    expect(stderr).not.toContain('s3cret')
  })

  it('a broken configuration file is named with the place in it', async () => {
    const file = path.join(directory.path, 'broken.config.ts')
    await writeFile(file, 'export default () => ({ providers: [], narratives: {}, order: { track: 5, episode: [] } })')
    for (const args of [['providers'], ['config', '--print'], ['recommend', 'ada']]) {
      const { code, stdout, stderr } = await run(args, { LINERNOTES_CONFIG: file })
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(`${file}: `)
      expect(stderr).toContain('order.track')
      expectOneLine(stderr)
    }
  })

  it('a server that does not answer is named without its password', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const files = path.join(root, 'data/cc-by-sa-4.0/freemusicc')
    const { code, stdout, stderr } = await run(['import', 'freemusicc', files], { DATABASE_URL: `postgres://u:s3cret@127.0.0.1:${port}/music` })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+\/music did not answer/)
    expect(stderr).not.toContain('s3cret')
    expectOneLine(stderr)
  })
})

describe('config', () => {
  it('shows what is set and what is default, and no secret', async () => {
    const secrets = {
      DATABASE_URL: 'postgres://u:hunter2@h/d',
      LLAMA_HOSTED_API_KEY: 'sk-hunter2',
      LLAMA_HOSTED_BASE_URL: 'https://u:hunter2@llama.example/v1',
    }
    const { code, stdout, stderr } = await run(['config', '--print'], secrets)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).not.toContain('hunter2')
    expect(stdout).toMatch(/^DATABASE_URL +\*+$/m)
    expect(stdout).toMatch(/^PORT +4000 {2}\(default\)$/m)
    const json = await run(['config', '--print', '--json'], secrets)
    expect(json.stdout).not.toContain('hunter2')
    expect(JSON.parse(json.stdout)).toMatchObject({
      environment: expect.arrayContaining([{ name: 'LLAMA_HOSTED_API_KEY', value: '********', from: 'environment' }]),
    })
  })

  it('.env.example is what it prints', async () => {
    const { code, stdout } = await run(['config', '--env-example'])
    expect([code, stdout]).toEqual([0, await readFile(path.join(root, '.env.example'), 'utf8')])
  })
})

describe('models', () => {
  it('a model that came with the code is here, and pulling it says where', async () => {
    const list = JSON.parse((await run(['models', 'list', '--json'])).stdout) as { models: { file: { id: string }; path: string | null; verified: boolean }[] }
    expect(list.models.find(({ file }) => file.id === 'stories260k')).toMatchObject({ path: path.join(root, 'data/mit/stories260K.gguf'), verified: true })
    expect((await run(['models', 'list'])).stdout).toMatch(/● stories260k.*stories260K\.gguf/)
    const pulled = await run(['models', 'pull', 'stories260k', '--json'])
    expect([pulled.code, JSON.parse(pulled.stdout)]).toEqual([0, { id: 'stories260k', path: path.join(root, 'data/mit/stories260K.gguf') }])
  })

  it('a damaged model is not shown as here', async () => {
    const models = path.join(directory.path, 'models')
    await mkdir(models, { recursive: true })
    await writeFile(path.join(models, 'SmolLM2-135M-Instruct.Q4_1.gguf'), 'GGUF, but no model')
    expect((await run(['models', 'list'])).stdout).toMatch(/○ smollm2-135m-instruct .*damaged: linernotes models pull/)
  })

  it('a model that there is not is refused with those that there are', async () => {
    const { code, stdout, stderr } = await run(['models', 'pull', 'gpt-9'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/"gpt-9".*stories260k/)
    expectOneLine(stderr)
  })
})

describe('a plugin that prints and leaves a timer running', () => {
  it('neither spoils the answer nor keeps the command from ending', async () => {
    const plugin = `{ contract: 'narrative/v1', key: 'noisy', displayName: 'Noisy', version: '1', config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
      create: async () => { console.log('NOISE'); setInterval(() => undefined, 50); throw new Error('no start') } }`
    const file = path.join(directory.path, 'noisy.config.ts')
    await writeFile(file, `export default () => ({ providers: [async () => ({ default: ${plugin} })], order: { track: ['noisy'], episode: ['noisy'] } })\n`)
    const { code, stdout, stderr } = await run(['providers', 'doctor', 'noisy', '--json'], { LINERNOTES_CONFIG: file })
    expect([code, stderr]).toEqual([1, expect.stringContaining('NOISE')])
    expect(JSON.parse(stdout)).toMatchObject({ providers: [{ key: 'noisy', works: false }] })
  }, 20_000)
})
