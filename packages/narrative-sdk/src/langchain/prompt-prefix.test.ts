import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { NarrativeExample, NarrativeRequest } from '../index.js'
import { hostileRequest, sampleEpisodeRequest, sampleRequests, sampleTrackRequest } from '../testing/index.js'
import { type BuiltPrompt, composePrompt, planPrompt } from './index.js'

const digest = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex').slice(0, 16)

/** Bytes of every word that goes to a model. A change is a new version: copy the file, raise its number, and add a line here. */
const versions = [
  ['prompt/compose-2.ts', composePrompt.version, '0f55f7b0804ecfa1'],
  ['prompt/plan-1.ts', planPrompt.version, '4690a7f8af16d5dc'],
  ['plan/clauses-1.ts', 'clauses-1', '6ebf457baba6f77d'],
] as const

it.each(versions)('%s is %s, byte for byte', async (file, version, expected) => {
  expect(file).toContain(`/${version}.ts`)
  expect(digest(await readFile(new URL(file, import.meta.url)))).toBe(expected)
})

const examples: readonly NarrativeExample[] = ['one', 'two', 'three'].map((id) => ({
  id,
  facts: [
    { id: 'F0', statement: `“Song ${id}” is by Somebody.` },
    { id: 'F1', statement: 'You played Somebody 12 times in 2019.' },
  ],
  sentences: [{ text: `Twelve plays in 2019, and here is “Song ${id}”.`, factIds: ['F1', 'F0'] }],
}))
const length = ({ messages }: BuiltPrompt): number => messages.reduce((sum, { content }) => sum + content.length, 0)
const prefixOf = ({ messages }: BuiltPrompt): string => JSON.stringify(messages.slice(0, -1))
const build = (request: NarrativeRequest, maxCharacters: number | null = null, prompt = composePrompt): BuiltPrompt => prompt.build(request, { maxCharacters })

describe('what stands before the request', () => {
  it.each([composePrompt, planPrompt])('is the same bytes for every request with the same examples: $version', (prompt) => {
    const requests = [...sampleRequests, hostileRequest].flatMap((request) => [
      { ...request, examples },
      { ...request, examples, avoid: ['Another text.'], refusals: ['a reason'], guidelines: ['Be short.'], seed: 7 },
    ])
    expect(new Set(requests.map((request) => digest(prefixOf(build(request, null, prompt))))).size).toBe(1)
  })

  it('is a conversation: turns of a user and an assistant by turns, the request last', () => {
    const { messages } = build({ ...sampleTrackRequest, examples })
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user', 'assistant', 'user', 'assistant', 'user'])
    expect(messages[1]?.content).toBe('Facts: {\n"F0":"“Song one” is by Somebody.",\n"F1":"You played Somebody 12 times in 2019."\n}\nAnswer:')
    expect(messages[2]?.content).toBe('{"sentences":[{"text":"Twelve plays in 2019, and here is “Song one”.","facts":["F1","F0"]}]}')
    expect(build({ ...sampleTrackRequest, examples }, null, planPrompt).messages[2]?.content).toBe('{"sentences":[{"facts":["F1","F0"]}]}')
  })

  it('gives up the last example first where there is little room, and facts after all examples', () => {
    const asked = { ...sampleEpisodeRequest, examples }
    const whole = build(asked)
    const less = build(asked, length(whole) - 1)
    expect(prefixOf(whole).startsWith(prefixOf(less).slice(0, -1))).toBe(true)
    expect(less.messages).toHaveLength(whole.messages.length - 2)
    expect(less.factIds).toEqual(whole.factIds)
    const least = build(asked, length(build(sampleEpisodeRequest)))
    expect(least.messages).toHaveLength(2)
    expect(least.factIds).toEqual(whole.factIds)
  })
})
