import { access } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { NarrativeError, type NarrativePart, type NarrativeProvider } from '../index.js'
import {
  createTestHost,
  lyingProvider,
  obedientProvider,
  openFaultServer,
  sampleEpisodeRequest,
  sampleRequests,
  sampleTrackRequest,
  scriptedProvider,
  unknownUsage,
} from './index.js'

const signal = new AbortController().signal

async function textOf(provider: NarrativeProvider, request = sampleTrackRequest): Promise<string> {
  let text = ''
  for await (const part of provider.narrate(request, { signal })) if (part.type === 'text-delta') text += part.text
  return text
}

describe('the sample requests', () => {
  it.each(sampleRequests)('$style about a $kind cites only facts that it holds', (request) => {
    const ids = [...request.facts, ...request.passages].map((fact) => fact.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(request.reasons.flatMap((reason) => [...reason.factIds])))
    expect(ids[0]).toBe('F0')
  })
})

describe('the fakes', () => {
  it('obey: every word is of the facts', async () => {
    expect(await textOf(obedientProvider())).toBe(
      '"Digg It! (7" FunkEdit)" is by C-Doc. You played C-Doc 212 times in 2016. You last played C-Doc in March 2018.',
    )
  })

  it('lie in good form', async () => {
    expect(await textOf(lyingProvider({ lie: 'name' }))).toMatch(/^Elvis Presley sings on it\./u)
    expect(await textOf(lyingProvider())).toContain('9,999')
  })

  it('follow a script, and record what they were asked', async () => {
    const start: NarrativePart = { type: 'narrative-start', model: 'script', warnings: [] }
    const end: NarrativePart = { type: 'narrative-end', finish: 'complete', usage: unknownUsage }
    const provider = scriptedProvider((_request, call) =>
      call === 0 ? [start, { type: 'text-delta', text: 'Hi' }, end] : [start, new NarrativeError('unavailable', 'gone')],
    )
    expect(await textOf(provider)).toBe('Hi')
    await expect(textOf(provider, sampleEpisodeRequest)).rejects.toMatchObject({ code: 'unavailable' })
    expect(provider.calls).toEqual([sampleTrackRequest, sampleEpisodeRequest])
    expect(provider.active).toBe(0)
  })

  it('know their host, whose folder goes with it', async () => {
    const host = await createTestHost({ modelFiles: { tiny: '/models/tiny.gguf' }, providers: { writer: obedientProvider() } })
    expect(await host.modelFile('tiny')).toBe('/models/tiny.gguf')
    expect(await host.modelFile('huge')).toBeNull()
    expect((await host.provider('writer')).capabilities.kinds).toContain('track')
    await expect(host.provider('nobody')).rejects.toMatchObject({ code: 'misconfigured' })
    await access(host.stateDirectory)
    await host[Symbol.asyncDispose]()
    await expect(access(host.stateDirectory)).rejects.toThrow('ENOENT')
  })
})

describe('the fault server', () => {
  it('speaks chat completions in one piece, and lists its model', async () => {
    await using server = await openFaultServer({ answer: 'hello', model: 'tiny' })
    const response = await fetch(`${server.baseUrl('good')}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'tiny', stream: false, messages: [] }),
    })
    expect(await response.json()).toMatchObject({
      model: 'tiny',
      choices: [{ message: { content: 'hello' }, finish_reason: 'stop' }],
      usage: { completion_tokens: 40 },
    })
    expect(await (await fetch(`${server.baseUrl('cut')}/models`)).json()).toMatchObject({ data: [{ id: 'tiny' }] })
    expect(server.startedCompletions).toBe(1)
    expect(server.received.map((request) => request.method)).toEqual(['POST', 'GET'])
  })

  it('knows who is still waiting, and leaves nobody behind', async () => {
    const server = await openFaultServer()
    const waiting = fetch(`${server.baseUrl('hang')}/chat/completions`, { method: 'POST', body: '{}' }).catch((error: unknown) => error)
    await expect.poll(() => server.activeRequests).toBe(1)
    await server[Symbol.asyncDispose]()
    expect(await waiting).toBeInstanceOf(TypeError)
  })
})
