import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDataDirectory, runCli, type DataDirectory } from './__fixtures__/cli.js'

let data: DataDirectory
let directory: string
beforeAll(async () => {
  data = await createDataDirectory()
  directory = await mkdtemp(path.join(tmpdir(), 'ln-speech-'))
})
afterAll(async () => {
  await data[Symbol.asyncDispose]()
  await rm(directory, { recursive: true })
})

const isInstalled = ['/usr/bin/espeak-ng', '/usr/local/bin/espeak-ng'].some((file) => existsSync(file))
const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  runCli(['speech', ...args], { ...data.variables, INIT_CWD: directory, ...variables })

describe.skipIf(!isInstalled)('linernotes speech with espeak-ng (skipped where the package is not installed)', () => {
  it('writes sound and captions where the user is, and says how long it is', async () => {
    const { code, stdout } = await run(['say', 'Altwide. On another record.', '--out', 'talk.wav', '--json'])
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, provider: 'espeak-ng', audioFile: path.join(directory, 'talk.wav') })
    expect((await readFile(path.join(directory, 'talk.wav'))).toString('latin1', 0, 4)).toBe('RIFF')
    expect(await readFile(path.join(directory, 'talk.vtt'), 'utf8')).toContain('Synthetic voice, eSpeak NG')
  })

  it('says that somebody can speak', async () => {
    expect(await run(['doctor', '--json'])).toMatchObject({ code: 0, stdout: expect.stringContaining('"speaks":true') })
  })
})

describe('linernotes speech', () => {
  it('exits with 1 where nobody can speak, and says what to set', async () => {
    const config = path.join(directory, 'mute.config.mjs')
    await writeFile(config, 'export default () => ({ providers: [() => import("x")], order: { track: ["x"], episode: ["x"] }, speech: { providers: [] } })')
    expect(await run(['say', 'Hello.'], { LINERNOTES_CONFIG: config })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no provider of speech is configured'),
    })
    expect(await run(['doctor'], { LINERNOTES_CONFIG: config })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('see speech in linernotes.config.ts'),
    })
  })

  it('names the place of what is wrong in the configuration', async () => {
    const config = path.join(directory, 'wrong.config.mjs')
    await writeFile(
      config,
      'export default () => ({ providers: [() => import("x")], order: { track: ["x"], episode: ["x"] }, speech: { "espeak-ng": { pitch: 500 } } })',
    )
    expect(await run(['doctor'], { LINERNOTES_CONFIG: config })).toMatchObject({ code: 1, stderr: expect.stringContaining('speech.espeak-ng.pitch') })
  })

  it('exits with 2 for a language that is none', async () => {
    expect(await run(['say', 'Hello.', '--language', 'not a language'])).toMatchObject({ code: 2 })
  })
})
