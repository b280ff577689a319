import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openStories, storiesPath, story, tell } from './__fixtures__/stories.js'

const llama = openStories()
afterAll(() => llama[Symbol.asyncDispose]())

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(condition: () => boolean, milliseconds = 3_000): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > milliseconds) throw new Error('It did not come true')
    await sleep(20)
  }
}

describe('a text', () => {
  test('is the same again at temperature 0, with its prompt kept from before', async () => {
    const first = await tell(llama, { messages: [{ role: 'user', content: 'Tell me of a cat. '.repeat(40) }] })
    const second = await tell(llama, { messages: [{ role: 'user', content: 'Tell me of a cat. '.repeat(40) }] })
    expect(second.text).toBe(first.text)
    expect(second.cachedTokens).toBeGreaterThanOrEqual(128)
    expect(second.cachedTokens).toBeLessThan(second.inputTokens)
  })

  test('is the same for the same seed and another for another', async () => {
    const texts = await Promise.all([1, 1, 2].map((seed) => tell(llama, { temperature: 1, seed })))
    expect(texts[1]?.text).toBe(texts[0]?.text)
    expect(texts[2]?.text).not.toBe(texts[0]?.text)
  })

  test('ends at its limit and says so', async () => {
    expect(await tell(llama, { maxTokens: 7 })).toMatchObject({ finish: 'length', outputTokens: 7 })
  })

  test('ends before a stop text, even one that comes in pieces', async () => {
    const { text } = await tell(llama, { maxTokens: 60 })
    const stop = text.slice(20, 32)
    expect(await tell(llama, { maxTokens: 60, stop: [stop] })).toMatchObject({ finish: 'stop', text: text.slice(0, text.indexOf(stop)) })
  })

  test('keeps its schema, compact, and ends with it', async () => {
    const schema = {
      type: 'object',
      properties: {
        facts: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string', enum: ['F0', 'F1'] } },
        text: { type: 'string', maxLength: 20 },
      },
      required: ['facts', 'text'],
      additionalProperties: false,
    }
    for (const seed of [1, 2, 3]) {
      const { text, finish } = await tell(llama, { schema, temperature: 1.5, seed, maxTokens: 200 })
      const value: { facts: string[]; text: string } = JSON.parse(text)
      expect(finish).toBe('stop')
      expect(text).toBe(JSON.stringify(value))
      expect(value.facts.every((id) => ['F0', 'F1'].includes(id))).toBe(true)
    }
  })

  test('keeps its grammar, letters beyond ASCII included', async () => {
    expect(await tell(llama, { grammar: 'root ::= "Sigur Rós 🎵 " ("\\"a\\"" | "b") "."' })).toMatchObject({
      finish: 'stop',
      text: expect.stringMatching(/^Sigur Rós 🎵 ("a"|b)\.$/),
    })
  })

  test('is not begun where the prompt is too long', async () => {
    await expect(tell(llama, { messages: [{ role: 'user', content: 'cat '.repeat(2000) }] })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('contextSize'),
    })
  })

  test('stays apart from others that are written at once', async () => {
    await using two = openStories({ sequences: 2 })
    const names = ['cat', 'dog', 'ship', 'tree', 'moon']
    const texts = await Promise.all(names.map((name) => tell(two, { grammar: `root ::= ("${name} "){8}`, maxTokens: 200 })))
    expect(texts.map(({ text }) => text)).toEqual(names.map((name) => `${name} `.repeat(8)))
  })
})

describe('an abort', () => {
  test('rejects with its reason, before the start, while waiting and half-way, and frees the place', async () => {
    const reason = new Error('enough')
    await expect(tell(llama, {}, AbortSignal.abort(reason))).rejects.toBe(reason)
    const controller = new AbortController()
    const half = (async () => {
      for await (const event of llama.generate({ ...story, maxTokens: 900 }, controller.signal)) if (event.type === 'text') controller.abort(reason)
    })()
    const waiting = tell(llama, {}, controller.signal)
    await Promise.all([expect(half).rejects.toBe(reason), expect(waiting).rejects.toBe(reason)])
    expect((await tell(llama)).outputTokens).toBeGreaterThan(0)
  })

  test('is a break, too', async () => {
    for await (const event of llama.generate({ ...story, maxTokens: 900 }, new AbortController().signal)) if (event.type === 'text') break
    const started = performance.now()
    await tell(llama, { maxTokens: 2 })
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('kills a process that does not answer it', async () => {
    await using hung = openStories({ abortTimeoutMs: 200 })
    await tell(hung)
    const pid = hung.childPid ?? 0
    const controller = new AbortController()
    const narrative = tell(hung, { maxTokens: 900 }, controller.signal)
    process.kill(pid, 'SIGSTOP')
    controller.abort(new Error('enough'))
    await expect(narrative).rejects.toThrow('enough')
    await until(() => !isAlive(pid))
    expect((await tell(hung)).outputTokens).toBeGreaterThan(0)
  })
})

describe('the process', () => {
  test('is started again after a crash, and after a second one in a row only in a while', async () => {
    let now = 0
    await using crashing = openStories({ now: () => now })
    const crash = async () => {
      const narrative = tell(crashing, { maxTokens: 900 })
      await until(() => crashing.isReady)
      process.kill(crashing.childPid ?? 0, 'SIGKILL')
      await expect(narrative).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('SIGKILL') })
    }
    await crash()
    await crash()
    await expect(tell(crashing)).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: 1000 })
    now = 1000
    expect((await tell(crashing)).outputTokens).toBeGreaterThan(0)
    expect(crashing.failure).toBeNull()
  })

  test.each([
    ['has a damaged header', 'GGUF\x03\0\0\0 and then nothing', 'header is damaged'],
    ['is a page', '<html>the hotel asks for your room number</html>', 'not a GGUF file'],
    ['is empty', '', 'not a GGUF file'],
    ['was cut', 'half of it', ''],
  ])('says what is wrong with a file that %s', async (_name, content, reason) => {
    const directory = await mkdtemp(join(tmpdir(), 'no-model-'))
    const modelPath = join(directory, 'broken.gguf')
    await writeFile(modelPath, content === 'half of it' ? (await readFile(storiesPath)).subarray(0, 600_000) : content)
    await using broken = openStories({ modelPath })
    await expect(tell(broken)).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringMatching(`cannot load .*broken.gguf.*${reason}.*LLAMA_LOCAL_MODEL`),
    })
    await rm(directory, { recursive: true })
  })

  test('is given up where it does not load in time', async () => {
    await using slow = openStories({ loadTimeoutMs: 1 })
    await expect(tell(slow)).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('loadTimeoutMs') })
  })

  test('leaves memory when it is idle, and comes back', async () => {
    await using idle = openStories({ idleUnloadMs: 100 })
    await tell(idle)
    const pid = idle.childPid ?? 0
    await until(() => !isAlive(pid))
    expect(idle.childPid).toBeNull()
    expect((await tell(idle)).outputTokens).toBeGreaterThan(0)
  })

  test('ends when we end', async () => {
    const entry = fileURLToPath(new URL('../dist/llama-child.js', import.meta.url))
    const script = `const { LlamaChild } = await import(process.argv[1]); const child = new LlamaChild({ modelPath: process.argv[2], threads: 1, contextSize: 512, sequences: 1, abortTimeoutMs: 1000, loadTimeoutMs: 10000, hangTimeoutMs: 10000, memoryLimitMb: null, lora: [], prefixDirectory: null, prefixBytes: 0 }); await child.ready; console.log(child.pid)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script, entry, storiesPath], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)))
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !isAlive(pid))
  })
})
