import { readdir, readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content, createTestModelFiles } from './__fixtures__/create-test-model-files.js'
import { answer, serve, startFlakyServer } from './__fixtures__/start-flaky-server.js'

const signal = new AbortController().signal
const other = Buffer.from(content.toReversed())

async function pullFrom(server: { url: string }, options = {}) {
  const target = await createTestModelFiles([{ kind: 'url', url: `${server.url}/tiny.gguf` }], options)
  return { ...target, pull: () => target.files.pull('tiny', { signal }) }
}

describe('a download', () => {
  test('goes on after two cuts where it stopped, asking for the same version', async () => {
    await using server = await startFlakyServer(serve(content, { cutAfter: 70_000 }), serve(content, { cutAfter: 50_000 }), serve(content))
    await using target = await pullFrom(server)
    const { path } = await target.pull()
    expect((await readFile(path)).equals(content)).toBe(true)
    expect(server.requests.map(({ range }) => range !== undefined)).toEqual([false, true, true])
    expect(server.requests[1]?.ifRange).toBe('"a"')
    expect(await readdir(target.directory)).toEqual(['tiny.gguf'])
  })

  test('starts again when the file changed in between', async () => {
    await using server = await startFlakyServer(serve(other, { etag: '"old"', cutAfter: 70_000 }), serve(content, { etag: '"new"' }))
    await using target = await pullFrom(server)
    expect((await readFile((await target.pull()).path)).equals(content)).toBe(true)
  })

  test.each([
    ['knows no ranges', serve(content, { ranges: false })],
    ['says 416', answer(416)],
    ['goes on at another place', answer(206, { 'content-range': `bytes 5-9/${content.length}` }, 'wrong')],
    ['says 503', answer(503)],
    ['says 429', answer(429)],
    ['breaks off before a byte', serve(content, { cutAfter: 0 })],
  ])('gets there when the second answer %s', async (_name, second) => {
    await using server = await startFlakyServer(serve(content, { cutAfter: 70_000 }), second, serve(content))
    await using target = await pullFrom(server)
    expect((await readFile((await target.pull()).path)).equals(content)).toBe(true)
  })

  test('asks again when nothing comes any more', async () => {
    await using server = await startFlakyServer(serve(content, { stallAfter: 70_000 }), serve(content))
    await using target = await pullFrom(server, { idleTimeoutMs: 100 })
    await target.pull()
    expect(server.requests).toHaveLength(2)
  })

  test('ends after three attempts that brought nothing', async () => {
    await using server = await startFlakyServer(answer(500))
    await using target = await pullFrom(server)
    await expect(target.pull()).rejects.toMatchObject({ code: 'NO_SOURCE', message: expect.stringContaining('answered 500') })
    expect(server.requests).toHaveLength(3)
  })

  test.each([
    ['announced', serve(Buffer.concat([content, content]))],
    ['not announced', answer(200, { 'transfer-encoding': 'chunked' }, Buffer.concat([content, content]).toString('latin1'))],
  ])('never takes more than the size of the manifest, %s', async (_name, tooLong) => {
    await using server = await startFlakyServer(tooLong)
    await using target = await pullFrom(server)
    await expect(target.pull()).rejects.toMatchObject({ code: 'NO_SOURCE' })
    expect((await target.files.list())[0]).toMatchObject({ present: false, path: null })
    expect(server.requests).toHaveLength(1)
  })

  test('stops with the reason of its signal and goes on at the next pull', async () => {
    await using server = await startFlakyServer(serve(content, { stallAfter: 70_000 }), serve(content))
    await using target = await pullFrom(server)
    const controller = new AbortController()
    const reason = new Error('enough')
    const pull = target.files.pull('tiny', { signal: controller.signal, onProgress: ({ done }) => done > 0 && controller.abort(reason) })
    const stop = setTimeout(() => controller.abort(reason), 300)
    await expect(pull).rejects.toBe(reason)
    clearTimeout(stop)
    expect((await target.files.list())[0]?.partialBytes).toBeGreaterThan(0)
    await target.pull()
    expect(server.requests[1]?.range).toMatch(/^bytes=[1-9]/)
  })

  test('gives the same file wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 4 }), async (cuts) => {
        await using server = await startFlakyServer(...cuts.map((cutAfter) => serve(content, { cutAfter })), serve(content))
        await using target = await pullFrom(server)
        expect((await readFile((await target.pull()).path)).equals(content)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})
