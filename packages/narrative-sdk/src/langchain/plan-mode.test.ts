import { AIMessageChunk } from '@langchain/core/messages'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { describeConformance } from '../conformance/index.js'
import type { NarrativePart, NarrativeRequest } from '../index.js'
import { providerPlugin, sampleEpisodeRequest, sampleTrackRequest } from '../testing/index.js'
import { fromChatModel, type LangChainOptions, type MessageTuple } from './index.js'

const options: LangChainOptions = { model: 'planner', mode: 'plan', capabilities: { locality: 'on-device' } }

/** A model that answers with this plan; what it was asked is kept. */
function planner(plan: string) {
  const asked: MessageTuple[][] = []
  return {
    asked,
    async stream(input: MessageTuple[]) {
      asked.push(input)
      return (async function* () {
        for (const piece of plan.match(/.{1,7}/gsu) ?? []) yield new AIMessageChunk({ content: piece })
        yield new AIMessageChunk({ content: '', response_metadata: { finish_reason: 'stop' } })
      })()
    },
  }
}

async function tell(plan: string, request: NarrativeRequest = sampleTrackRequest): Promise<readonly NarrativePart[]> {
  const parts: NarrativePart[] = []
  for await (const part of fromChatModel(planner(plan), options).narrate(request, { signal: new AbortController().signal })) parts.push(part)
  return parts
}
const textOf = (parts: readonly NarrativePart[]): string => parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')
const citedIn = (parts: readonly NarrativePart[]) => parts.flatMap((part) => (part.type === 'sentence-end' ? [part.factIds] : []))

describeConformance(
  providerPlugin('plan', () =>
    fromChatModel(new FakeListChatModel({ responses: ['{"sentences":[{"facts":["F0"]}]}'] }), { ...options, finishReason: 'optional' }),
  ),
  { runner: { describe, it, afterAll } },
)

describe('a model that plans', () => {
  it('names facts, and rules write the sentences', async () => {
    const parts = await tell('{"sentences":[{"facts":["F1","F2"]},{"facts":["F0","F3","F4"]}]}', { ...sampleTrackRequest, maxWords: 30 })
    expect(textOf(parts)).toBe(
      'You played C-Doc 212 times in 2016, the last time in March 2018. "Digg It! (7" FunkEdit)" is by C-Doc, from “Followin\' Me (Remixx)”, 2012, on blocSonic.',
    )
    expect(citedIn(parts)).toEqual([
      ['F1', 'F2'],
      ['F0', 'F3', 'F4'],
    ])
    expect(parts[0]).toMatchObject({ type: 'narrative-start', realisation: 'rules' })
  })

  it('says which mode it is in, and that its wording has a version', () => {
    const { capabilities } = fromChatModel(planner(''), options)
    expect(capabilities).toMatchObject({ mode: 'plan', promptVersion: 'plan-1 clauses-1' })
    expect(fromChatModel(planner(''), { ...options, mode: 'words' }).capabilities.mode).toBe('words')
  })

  it('is asked for ids and shown none of the forms of text', async () => {
    const model = planner('{"sentences":[{"facts":["F1"]}]}')
    for await (const part of fromChatModel(model, options).narrate(sampleTrackRequest, { signal: new AbortController().signal })) void part
    expect(model.asked[0]?.[0]?.[1]).toContain('{"sentences":[{"facts":["F1"]}]}')
    expect(JSON.stringify(model.asked)).not.toContain('\\"text\\"')
  })

  it('tells no fact twice, none that it was not given, and stops where the words run out', async () => {
    expect(citedIn(await tell('{"sentences":[{"facts":["F1","F1","F99"]},{"facts":["F1"]},{"facts":["F4"]}]}'))).toEqual([['F1'], ['F4']])
    const short = await tell('{"sentences":[{"facts":["F1","F2"]},{"facts":["F3"]}]}', { ...sampleTrackRequest, maxWords: 8 })
    expect(textOf(short)).toBe('You played C-Doc 212 times in 2016.')
  })

  it('quotes a transcript as it stands', async () => {
    expect(textOf(await tell('{"sentences":[{"facts":["F4"]},{"facts":["F3"]}]}', sampleEpisodeRequest))).toBe(
      'Nick Sweeting: “Just save one or two things and see if you like it.” You finished 4 of 5 episodes about self-hosting.',
    )
  })

  it.each(['{"sentences":[]}', '{"sentences":[{"facts":["F99"]}]}', 'You played C-Doc.'])('fails where the plan holds nothing: %s', async (plan) => {
    await expect(tell(plan)).rejects.toMatchObject({ code: 'invalid-response' })
  })
})
