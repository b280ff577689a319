import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { content, createTestModelFiles, tiny } from './__fixtures__/create-test-model-files.js'
import { answer, serve, startFlakyServer } from './__fixtures__/start-flaky-server.js'
import { manifest, openModelFiles, type PullProgress } from './index.js'

const signal = new AbortController().signal
const other = Buffer.from(content.toReversed())

describe('the manifest', () => {
  test('has distinct ids and files, whole sums, and a licence each', () => {
    expect(new Set(manifest.map(({ id }) => id)).size).toBe(manifest.length)
    for (const file of manifest) {
      expect(file).toMatchObject({
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        licence: expect.stringMatching(/\S/),
        file: expect.stringMatching(/^[\w.-]+\.gguf$/),
      })
      expect(file.size).toBeGreaterThan(1_000_000)
      expect(file.sources.length).toBeGreaterThan(0)
    }
  })
})

describe('pull', () => {
  test('takes the next source when one has not got the file, and says what it does', async () => {
    await using server = await startFlakyServer(answer(404), serve(content))
    await using target = await createTestModelFiles([
      { kind: 'file', path: 'nowhere.gguf' },
      { kind: 'url', url: `${server.url}/gone.gguf` },
      { kind: 'url', url: `${server.url}/there.gguf?key=secret` },
    ])
    const events: PullProgress[] = []
    const pulled = await target.files.pull('tiny', { signal, onProgress: (event) => events.push(event) })
    expect(pulled).toEqual({ path: join(target.directory, 'tiny.gguf'), alreadyThere: false, source: `${server.url}/there.gguf` })
    expect(new Set(events.map(({ phase }) => phase))).toEqual(new Set(['downloading', 'verifying']))
    expect(events.at(-1)).toMatchObject({ phase: 'verifying', done: content.length, total: content.length })
    expect(await target.files.pull('tiny', { signal })).toMatchObject({ alreadyThere: true, source: null })
    expect(server.requests).toHaveLength(2)
  })

  test('tries the sources it is given first', async () => {
    await using target = await createTestModelFiles([{ kind: 'url', url: 'http://127.0.0.1:9/never.gguf' }])
    await writeFile(join(target.directory, 'stick.gguf'), content)
    const { source } = await target.files.pull('tiny', { signal, sources: [{ kind: 'file', path: 'stick.gguf' }] })
    expect(source).toBe('stick.gguf')
  })

  test('leaves no file when the bytes are others, and names every source', async () => {
    await using server = await startFlakyServer(serve(other), answer(403))
    await using target = await createTestModelFiles([
      { kind: 'url', url: `${server.url}/one` },
      { kind: 'url', url: `${server.url}/two` },
    ])
    const pull = target.files.pull('tiny', { signal })
    await expect(pull).rejects.toMatchObject({
      code: 'NO_SOURCE',
      message: expect.stringMatching(/one: is another file .*two: the server answered 403.*put the file at/s),
    })
    expect(await readdir(target.directory)).toEqual([])
    expect(await target.files.path('tiny')).toBeNull()
  })

  test('fetches once when two ask at once', async () => {
    await using server = await startFlakyServer(serve(content))
    await using target = await createTestModelFiles([{ kind: 'url', url: server.url }])
    const second = openModelFiles({ directory: target.directory, fetch, now: () => 0, manifest: [{ ...tiny, sources: [{ kind: 'url', url: server.url }] }] })
    const both = await Promise.all([target.files.pull('tiny', { signal }), second.pull('tiny', { signal })])
    expect(both.map(({ alreadyThere }) => alreadyThere).toSorted()).toEqual([false, true])
    expect(server.requests).toHaveLength(1)
  })

  test('takes over the lock of a process that is gone', async () => {
    await using server = await startFlakyServer(serve(content))
    await using target = await createTestModelFiles([{ kind: 'url', url: server.url }])
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    await writeFile(join(target.directory, 'tiny.gguf.lock'), JSON.stringify({ pid, host: hostname(), token: 'x' }))
    expect(await target.files.pull('tiny', { signal })).toMatchObject({ alreadyThere: false })
    expect(await readdir(target.directory)).toEqual(['tiny.gguf'])
  })

  test('stops waiting for another with the reason of its signal', async () => {
    await using target = await createTestModelFiles([{ kind: 'url', url: 'http://127.0.0.1:9/' }])
    await writeFile(join(target.directory, 'tiny.gguf.lock'), JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' }))
    const controller = new AbortController()
    const reason = new Error('enough')
    await expect(
      target.files.pull('tiny', { signal: controller.signal, onProgress: ({ phase }) => phase === 'waiting' && controller.abort(reason) }),
    ).rejects.toBe(reason)
  })

  test('says which ids there are', async () => {
    await using target = await createTestModelFiles([])
    await expect(target.files.pull('huge', { signal })).rejects.toMatchObject({ code: 'UNKNOWN_MODEL', message: 'No model is called "huge". There are: tiny.' })
  })

  test('says what to do where it cannot write', async () => {
    await using target = await createTestModelFiles([])
    await writeFile(join(target.directory, 'file'), '')
    const files = openModelFiles({ directory: join(target.directory, 'file', 'models'), fetch, now: () => 0, manifest: [tiny] })
    await expect(files.pull('tiny', { signal })).rejects.toMatchObject({
      code: 'DIRECTORY_NOT_WRITABLE',
      message: expect.stringContaining('LINERNOTES_MODELS_DIR'),
    })
  })
})

describe('path and list', () => {
  test('use a file of the manifest where it lies', async () => {
    await using target = await createTestModelFiles([{ kind: 'file', path: 'data/tiny.gguf' }])
    expect(await target.files.path('tiny')).toBeNull()
    await mkdir(join(target.directory, 'data'))
    await writeFile(join(target.directory, 'data/tiny.gguf'), content)
    expect(await target.files.path('tiny')).toBe(join(target.directory, 'data/tiny.gguf'))
  })

  test('never give a file that is damaged, not even after it was good', async () => {
    await using server = await startFlakyServer(serve(content))
    await using target = await createTestModelFiles([{ kind: 'url', url: server.url }])
    const { path } = await target.files.pull('tiny', { signal })
    expect(await target.files.path('tiny')).toBe(path)
    await writeFile(path, other)
    expect(await target.files.path('tiny')).toBeNull()
    expect((await target.files.list())[0]).toMatchObject({ present: true, verified: false, path: null })
    await target.files.pull('tiny', { signal })
    expect((await readFile(path)).equals(content)).toBe(true)
  })

  test('take any GGUF file by its path, and nothing else', async () => {
    await using target = await createTestModelFiles([])
    await writeFile(join(target.directory, 'mine.gguf'), content)
    await writeFile(join(target.directory, 'page.gguf'), '<html>')
    const mine = join(target.directory, 'mine.gguf')
    expect(await Promise.all([mine, 'mine.gguf', './mine.gguf', 'page.gguf', 'none.gguf', '.', 'huge'].map((name) => target.files.path(name)))).toEqual([
      mine,
      mine,
      mine,
      null,
      null,
      null,
      null,
    ])
  })
})
