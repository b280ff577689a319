import { NarrativeError, type NarrativeProvider } from '@linernotes/narrative-sdk'
import { createTestHost, scriptedProvider, unknownUsage, type ScriptStep } from '@linernotes/narrative-sdk/testing'
import { describe, expect, it } from 'vitest'
import { passage, request, selfHosting } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import plugin from './index.js'
import { createPodcastNarrator } from './provider.js'

const quote = 'Just save one or two things and see if you like it.'
const passages = [passage('P0', `${quote} Yeah.`)]
const chapters = [
  ['chapter', { title: 'Plex-Meta-Manager', startMs: 1_668_000 }],
  ['chapter', { title: 'MovieMatch for Plex', startMs: 1_924_000 }],
] as const

async function open(writer?: NarrativeProvider, writerMs = 5_000) {
  const host = await createTestHost({ providers: writer === undefined ? {} : { llama: writer } })
  const narrator = await createPodcastNarrator({ writer: writer === undefined ? null : 'llama', writerMs }, host)
  return { host, narrator, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() }
}

const wrote = (text: string, factIds: readonly string[]): ScriptStep[] => [
  { type: 'narrative-start', model: 'tiny-llama', warnings: [] },
  { type: 'text-delta', text },
  { type: 'sentence-end', factIds },
  { type: 'narrative-end', finish: 'complete', usage: unknownUsage },
]

describe('by phrases', () => {
  it('quotes who said it, and says why', async () => {
    await using opened = await open()
    expect(opened.narrator.capabilities.realisation).toBe('rules')
    for (let seed = 0; seed < 40; seed += 1) {
      const { text, sentences } = await readNarrative(opened.narrator, request([selfHosting], passages, { seed }))
      expect(text).toMatch(/Nick Sweeting.*: “Just save one or two things and see if you like it\.”/u)
      expect(text).toMatch(/[Ff]our of the five/u)
      expect(sentences.flatMap((sentence) => sentence.factIds).toSorted()).toEqual(['F1', 'P0'])
    }
  })

  it('puts a quote without a speaker into nobody’s mouth', async () => {
    await using opened = await open()
    for (let seed = 0; seed < 40; seed += 1) {
      const asked = request([selfHosting, ['guest', { name: 'Ana Ruiz' }]], [passage('P0', quote, null)], { seed })
      expect((await readNarrative(opened.narrator, asked)).text).not.toContain('Ana')
    }
  })

  it('points at chapters where there is no transcript, and quotes nobody', async () => {
    await using opened = await open()
    const texts = new Set<string>()
    for (let seed = 0; seed < 60; seed += 1) texts.add((await readNarrative(opened.narrator, request([selfHosting, ...chapters], [], { seed }))).text)
    expect([...texts].some((text) => text.includes('“Plex-Meta-Manager” at 27:48, “MovieMatch for Plex” at 32:04.'))).toBe(true)
    expect([...texts].filter((text) => /Sweeting|says/u.test(text))).toEqual([])
  })

  it('says less where less is known', async () => {
    await using opened = await open()
    const { text } = await readNarrative(opened.narrator, request([], []))
    expect(['From The Changelog.', 'An episode of The Changelog.']).toContain(text)
  })

  it('opens twenty pitches differently', async () => {
    await using opened = await open()
    const avoid: string[] = []
    for (let index = 0; index < 20; index += 1) {
      const own = passage(
        `P${index}`,
        `Self-hosting an archive of ${index + 30} photos teaches families patience.`,
        `${String.fromCharCode(65 + index)}na Ruiz`,
      )
      avoid.push((await readNarrative(opened.narrator, request([selfHosting], [own], { avoid: [...avoid], seed: index }))).text)
    }
    expect(new Set(avoid.map((text) => text.split(' ')[0])).size).toBe(20)
  })
})

describe('with a writer', () => {
  it('puts the writer’s sentence before the quote, which stays literal', async () => {
    const writer = scriptedProvider(wrote('Nick Sweeting is the guest, and he knows archives.', ['F2']))
    await using opened = await open(writer)
    const asked = request([selfHosting, ['guest', { name: 'Nick Sweeting' }], ['host', { name: 'Adam' }], ['episode-tags', { tags: ['archive'] }]], passages, {
      seed: null,
    })
    const { text, sentences, parts } = await readNarrative(opened.narrator, asked)
    expect(text).toMatch(/^Nick Sweeting is the guest, and he knows archives\. .*“Just save one or two things and see if you like it\.”/u)
    expect(sentences[0]?.factIds).toEqual(['F2'])
    expect(sentences[1]?.factIds).toEqual(['P0'])
    expect(parts[0]).toEqual({ type: 'narrative-start', model: 'tiny-llama', warnings: [], realisation: writer.capabilities.realisation })
    const [narrowed] = writer.calls
    expect(narrowed?.facts.map((fact) => fact.property)).toEqual(['item', 'topic-plays', 'guest', 'host'])
    expect(narrowed?.passages.map((fact) => fact.id)).toEqual(['P0'])
    expect(narrowed?.maxWords).toBeLessThan(60)
  })

  const useless: Readonly<Record<string, readonly ScriptStep[]>> = {
    'quotes by itself': wrote('He said “Just save everything you can” once.', ['F1']),
    'borrows the quote': wrote('You should just save one or two things, he says.', ['F1']),
    'cites nothing that it was given': wrote('Nick Sweeting is the guest of this one.', ['F9']),
    'goes on for ever': wrote(`${'Nick Sweeting is a guest and '.repeat(20)}so on.`, ['F1']),
    'writes nothing': [],
    fails: [new NarrativeError('unavailable', 'the model file is not there')],
    'throws something raw': [new TypeError('x is not a function')],
  }
  for (const [what, script] of Object.entries(useless)) {
    it(`goes on without one that ${what}, and says so`, async () => {
      await using opened = await open(scriptedProvider(script))
      const { text, parts } = await readNarrative(opened.narrator, request([selfHosting], passages, { seed: null }))
      expect(text).toContain(`“${quote}”`)
      expect(text).toMatch(/[Ff]our of the five/u)
      expect(parts[0]).toMatchObject({ model: 'phrases', warnings: [expect.stringContaining('llama')] })
    })
  }

  it('waits for the writer only so long, and then writes itself', async () => {
    const writer = scriptedProvider([{ type: 'pause', milliseconds: 10_000 }])
    await using opened = await open(writer, 30)
    const { text, parts } = await readNarrative(opened.narrator, request([selfHosting], passages))
    expect(text).toContain(`“${quote}”`)
    expect(parts[0]).toMatchObject({ model: 'phrases', realisation: 'rules', warnings: expect.arrayContaining([expect.stringMatching(/^llama failed: /u)]) })
    expect(writer.active).toBe(0)
  })

  it('stops the writer when nobody listens any more, and rejects with the reason', async () => {
    const writer = scriptedProvider([{ type: 'pause', milliseconds: 10_000 }])
    await using opened = await open(writer)
    const controller = new AbortController()
    const reason = new Error('enough')
    const reading = readNarrative(opened.narrator, request([selfHosting], passages), controller.signal)
    setImmediate(() => controller.abort(reason))
    await expect(reading).rejects.toBe(reason)
    expect(writer.active).toBe(0)
  })

  it('is as near, as seeded and as healthy as its writer', async () => {
    const writer = scriptedProvider([], { capabilities: { locality: 'third-party', seed: false }, health: { state: 'down', detail: 'no key' } })
    await using opened = await open(writer)
    expect(opened.narrator.capabilities).toMatchObject({ locality: 'third-party', seed: false, realisation: writer.capabilities.realisation })
    expect(await opened.narrator.health({ signal: new AbortController().signal })).toEqual({ state: 'degraded', detail: 'writes without llama: no key' })
    await opened.narrator[Symbol.asyncDispose]()
    expect(writer.disposals).toBe(0)
  })
})

it('refuses a writer that is no key, and options that it does not have', () => {
  expect(plugin.config.safeParse({ writer: 'Llama Local' }).success).toBe(false)
  expect(plugin.config.safeParse({ writers: 'llama-local' }).success).toBe(false)
  expect(plugin.config.parse({})).toEqual({ writer: null, writerMs: 5000 })
})
