import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

/** A file of the repository. */
const read = (file: string) => readFile(path.resolve(import.meta.dirname, '../../../../', file), 'utf8')

let gateway: TestGateway
beforeAll(async () => {
  gateway = await createTestGateway()
}, 120_000)
afterAll(() => gateway[Symbol.asyncDispose]())

interface Told {
  readonly __typename: string
  readonly seq: number
  readonly state?: string
}
type Follow = (id: string, onEvent: (event: Told) => void) => Promise<void>

/** The code of docs/dj.md, as it stands there; the connection is cut `cuts` times after a few events. */
async function documentedFollow(cuts: number): Promise<{ readonly follow: Follow; readonly connections: () => number }> {
  const [, code = ''] = /```js\n([^]*?)```/.exec(await read('docs/dj.md')) ?? []
  expect(code).toContain("import { createClient } from 'graphql-sse'")
  let connections = 0
  const cutting: typeof createClient = ({ url, ...options }) => {
    const isCut = connections++ < cuts
    const leaving = new AbortController()
    let left = 3
    const fetchFn = async (input: string, init: RequestInit): Promise<Response> => {
      const response = await fetch(input, { ...init, signal: AbortSignal.any([leaving.signal, ...(init.signal == null ? [] : [init.signal])]) })
      if (!isCut || response.body === null) return response
      const count = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk)
          if (--left <= 0) leaving.abort()
        },
      })
      return new Response(response.body.pipeThrough(count), response)
    }
    return createClient({ ...options, url: new URL(String(url), gateway.url).href, fetchFn })
  }
  const query = await read('examples/dj-session.graphql')
  const make = new Function('createClient', 'query', `${code.replace(/^import .*$/m, '')}\nreturn follow`) as (...given: unknown[]) => Follow
  return { follow: make(cutting, query), connections: () => connections }
}

describe('docs/dj.md', () => {
  it('has code that follows a session over cuts to its end, every event once', { timeout: 60_000 }, async () => {
    const started = await gateway.execute('mutation { startDjSession(input: { seed: 3 }) { ... on DjSession { id } } }')
    const { id } = started.data.startDjSession
    const { follow, connections } = await documentedFollow(2)
    const told: Told[] = []
    const following = follow(id, (event) => told.push(event))
    await expect.poll(() => connections(), { timeout: 30_000 }).toBe(3)
    await gateway.execute(`mutation { steerDjSession(input: { sessionId: "${id}", request: "stop the session" }) { __typename } }`)
    await following
    expect(told.length).toBeGreaterThan(5)
    const seqs = told.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((one, other) => one - other))
    expect(new Set(seqs).size).toBe(seqs.length)
    expect(told.at(-1)).toMatchObject({ __typename: 'DjSession', state: 'ENDED' })
  })

  it('names examples and inputs that are there', async () => {
    const docs = await read('docs/dj.md')
    for (const [, file = ''] of docs.matchAll(/\]\(\.\.\/(examples\/[\w-]+\.graphql)\)/g)) expect(await read(file)).toMatch(/^#/)
    const { data } = await gateway.execute('{ input: __type(name: "StartDjInput") { inputFields { name } } }')
    const table = docs.slice(docs.indexOf('## Start'), docs.indexOf('## Follow'))
    const documented = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(documented.toSorted()).toEqual(data.input.inputFields.map(({ name }: { name: string }) => name).toSorted())
  })
})
