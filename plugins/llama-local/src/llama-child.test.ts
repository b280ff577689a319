import { cp, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStories, tell } from './__fixtures__/stories.js'
import { writeLora } from './__fixtures__/write-lora.js'
import type { LlamaProcessOptions } from './llama-process.js'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'llama-child-'))
})
afterAll(() => rm(directory, { recursive: true }))

const prompt = {
  messages: [
    { role: 'system', content: 'Tell of the cat that lived by the sea and of her friends. '.repeat(8) },
    { role: 'user', content: 'Who was the first?' },
  ],
  sharedMessages: 1,
} as const
const other = { ...prompt, messages: [prompt.messages[0], { role: 'user', content: 'And then?' }] } as const

interface Heard {
  readonly event: string
  readonly data: object | undefined
}

function openHeard(options: Partial<LlamaProcessOptions>): { llama: ReturnType<typeof openStories>; heard: Heard[]; prefixes: () => string[] } {
  const heard: Heard[] = []
  const llama = openStories({ log: (event, data) => void heard.push({ event, data }), ...options })
  const prefixes = () =>
    heard.flatMap(({ event, data }) => (event === 'llama-local.prefix' && data !== undefined && 'event' in data ? [String(data.event)] : []))
  return { llama, heard, prefixes }
}

const statesIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((name) => name.endsWith('.state'))

describe('the shared beginning of prompts', () => {
  test('is read once, by all sequences and processes together, and changes no text', async () => {
    const prefixDirectory = join(directory, 'shared')
    const first = openHeard({ prefixDirectory, sequences: 2 })
    const cold = await tell(first.llama, prompt)
    const both = await Promise.all([tell(first.llama, prompt), tell(first.llama, other)])
    await first.llama[Symbol.asyncDispose]()
    const second = openHeard({ prefixDirectory, sequences: 2 })
    const warm = await tell(second.llama, prompt)
    await second.llama[Symbol.asyncDispose]()
    expect(cold.cachedTokens).toBe(0)
    expect([both[0].text, warm.text]).toEqual([cold.text, cold.text])
    expect(Math.min(both[0].cachedTokens, both[1].cachedTokens, warm.cachedTokens)).toBeGreaterThan(100)
    expect(first.prefixes()).toEqual(['kept', 'loaded'])
    expect(second.prefixes()).toEqual(['loaded'])
  })

  test('is read by one of two that come at once', async () => {
    const { llama, prefixes } = openHeard({ prefixDirectory: join(directory, 'at-once'), sequences: 2 })
    await using _ = llama
    await Promise.all([tell(llama, prompt), tell(llama, other)])
    expect(prefixes()).toEqual(['kept', 'loaded'])
  })

  test.each([
    ['was cut', async (file: string) => writeFile(file, 'GGUF')],
    ['lost its checksum', async (file: string) => rm(`${file}.sha256`)],
    [
      'is a link to somewhere else',
      async (file: string) => {
        await cp(file, `${file}.elsewhere`)
        await rm(file)
        await symlink(`${file}.elsewhere`, file)
      },
    ],
  ])('is read again where its file %s, and the file is made again', async (name, damage) => {
    const prefixDirectory = join(directory, name.replaceAll(' ', '-'))
    const before = openHeard({ prefixDirectory })
    const { text } = await tell(before.llama, prompt)
    await before.llama[Symbol.asyncDispose]()
    const [state = ''] = await statesIn(prefixDirectory)
    await damage(join(prefixDirectory, state))
    const after = openHeard({ prefixDirectory })
    await using _ = after.llama
    expect(await tell(after.llama, prompt)).toMatchObject({ text, cachedTokens: 0 })
    expect(after.prefixes()).toEqual(['ignored', 'kept'])
    expect((await stat(join(prefixDirectory, state))).size).toBeGreaterThan(1000)
  })

  test('has a file of its own for another model, context or text, and the oldest goes where they take too much', async () => {
    const prefixDirectory = join(directory, 'pruned')
    for (const contextSize of [512, 1024]) {
      await using llama = openStories({ prefixDirectory, contextSize })
      await tell(llama, prompt)
    }
    const states = await statesIn(prefixDirectory)
    expect(states).toHaveLength(2)
    const { size } = await stat(join(prefixDirectory, states[0] ?? ''))
    await using small = openStories({ prefixDirectory, prefixBytes: Math.round(size * 1.5) })
    await tell(small, { ...prompt, messages: [{ role: 'system', content: 'Tell of the dog that lived by the sea. '.repeat(9) }, prompt.messages[1]] })
    expect(await statesIn(prefixDirectory)).toHaveLength(1)
  })

  test('goes on being read where nothing can be written', async () => {
    const file = join(directory, 'a-file')
    await writeFile(file, '')
    const { llama, prefixes } = openHeard({ prefixDirectory: join(file, 'prefixes') })
    await using _ = llama
    expect((await tell(llama, prompt)).outputTokens).toBeGreaterThan(0)
    expect(prefixes()).toEqual(['not-kept'])
  })
})

describe('a process that gets in trouble', () => {
  test('is killed when it hangs, and the next text comes from another', async () => {
    await using llama = openStories({ hangTimeoutMs: 400 })
    await tell(llama)
    const pid = llama.childPid ?? 0
    const narrative = tell(llama, { maxTokens: 900 })
    process.kill(pid, 'SIGSTOP')
    await expect(narrative).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('no sign of life for 0.4 s') })
    expect((await tell(llama)).outputTokens).toBeGreaterThan(0)
    expect(llama.metrics).toMatchObject({ restarts: 1, answers: 2 })
    expect(llama.childPid).not.toBe(pid)
  })

  test('is killed when it takes more memory than it may', async () => {
    await using llama = openStories({ memoryLimitMb: 20 })
    await expect(tell(llama)).rejects.toMatchObject({
      code: 'overloaded',
      message: expect.stringMatching(/took \d+ MB where 20 MB are allowed.*memoryLimitMb/),
    })
    expect(llama.childPid).toBeNull()
  })

  test('stays where it keeps within its memory, and says how much it takes', async () => {
    await using llama = openStories({ memoryLimitMb: 4000 })
    await tell(llama)
    expect(llama.metrics.rssBytes).toBeGreaterThan(2 ** 20)
  })
})

describe('a LoRA adapter', () => {
  test('changes the text as strongly as it is scaled', async () => {
    const path = join(directory, 'adapter.gguf')
    await writeLora(path)
    const texts: string[] = []
    for (const lora of [[], [{ path, scale: 0 }], [{ path, scale: 1 }]]) {
      await using llama = openStories({ lora })
      texts.push((await tell(llama)).text)
    }
    expect(texts[1]).toBe(texts[0])
    expect(texts[2]).not.toBe(texts[0])
  })

  test('that is none is named', async () => {
    const path = join(directory, 'nothing.gguf')
    await writeFile(path, 'nothing')
    await using llama = openStories({ lora: [{ path, scale: 1 }] })
    await expect(tell(llama)).rejects.toMatchObject({ code: 'misconfigured', message: expect.stringMatching(/with .*nothing.gguf.*not a GGUF file/) })
  })
})
