import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { fromChatModel } from '@linernotes/narrative-sdk/langchain'
import { expect, it } from 'vitest'
import { groundText } from '../grounding/ground-text.js'
import { factsOf, type GoldenExample } from './golden-example.js'
import { readGoldenExamples } from './read-golden-examples.js'

const { examples } = readGoldenExamples()
const maxWords = { blurb: 25, dj: 45, pitch: 60 }

/** What the rules of 'plan' mode make of the facts that an editor chose. */
async function realise(example: GoldenExample): Promise<{ text: string; sentences: { text: string; factIds: readonly string[] }[] }> {
  const { kind, style, language } = example
  const facts = factsOf(example)
  const { title, artist, show } = facts[0]?.values ?? {}
  const item = { title: String(title), by: String(artist ?? show) }
  const empty = { reasons: [], passages: [], avoid: [], refusals: [] }
  const request: NarrativeRequest = { kind, style, language, maxWords: maxWords[style], spoilerFree: true, seed: null, facts, item, ...empty }
  const plan = JSON.stringify({ sentences: example.sentences.map(({ factIds }) => ({ facts: factIds })) })
  const model = {
    stream: async () =>
      (async function* () {
        yield { content: plan, response_metadata: { finish_reason: 'stop' } }
      })(),
  }
  const sentences: { text: string; factIds: readonly string[] }[] = []
  let text = ''
  let start = 0
  const planner = fromChatModel(model, { model: 'planner', mode: 'plan', capabilities: { locality: 'on-device' } })
  for await (const part of planner.narrate(request, { signal: new AbortController().signal })) {
    if (part.type === 'text-delta') text += part.text
    if (part.type !== 'sentence-end') continue
    sentences.push({ text: text.slice(start).trim(), factIds: part.factIds })
    start = text.length
  }
  return { text, sentences }
}

it('the rules that word a plan make true sentences of nearly every one', async () => {
  const refused: string[] = []
  for (const example of examples) {
    const { text, sentences } = await realise(example)
    const verdict = groundText(text, sentences, factsOf(example), { maxWords: maxWords[example.style] })
    if (!verdict.accepted) refused.push(`${example.id}: ${text}`)
  }
  expect({ refused, share: refused.length / examples.length < 0.03 }).toMatchObject({ share: true })
})
