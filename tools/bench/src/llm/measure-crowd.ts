import path from 'node:path'
import { ask, openProcess, requestOf } from './llama-local.js'
import { listenerRequest, markOf } from './listeners.js'
import type { LlmContext } from './llm-context.js'
import { openLoaded } from './open-loaded.js'

export interface CrowdFigures {
  readonly requests: number
  readonly answered: number
  /** Answers without the mark of their request, or with another one's. */
  readonly mixedUp: number
  readonly seconds: number
}

const requests = 50
const numbers = Array.from({ length: requests }, (_, index) => index + 1)

/** Narratives for fifty listeners at once, each about an artist that no other request names. */
export async function measureNarratives({ modelPath, threads, directory, note }: LlmContext): Promise<CrowdFigures> {
  note(`  ${requests} narratives at once …`)
  const options = { threads, contextSize: 4096, sequences: 4, queueLimit: requests }
  await using provider = await openLoaded(options, path.join(directory, 'crowd'), modelPath)
  return await crowd(async (number) => {
    let text = ''
    for await (const part of provider.narrate(listenerRequest(number), { signal: new AbortController().signal }))
      if (part.type === 'text-delta') text += part.text
    return text
  })
}

/** Answers decoded at once, each of which the grammar lets say its own mark alone, over and over. */
export async function measureAnswers({ modelPath, threads, note }: LlmContext): Promise<CrowdFigures> {
  note(`  ${requests} answers at once …`)
  await using llama = await openProcess({ modelPath, threads, prefixDirectory: null })
  return await crowd(async (number) => {
    const grammar = `root ::= ("${markOf(number)} "){4}`
    return (await ask(llama, requestOf([{ role: 'user', content: `Say ${markOf(number)}` }], { grammar, maxTokens: 200 }))).text
  })
}

async function crowd(write: (number: number) => Promise<string>): Promise<CrowdFigures> {
  const started = performance.now()
  const texts = await Promise.allSettled(numbers.map(write))
  const seconds = (performance.now() - started) / 1000
  const answered = texts.filter((text) => text.status === 'fulfilled' && text.value !== '').length
  const mixedUp = texts.filter((text, index) => text.status === 'fulfilled' && !isOf(text.value, index + 1)).length
  return { requests, answered, mixedUp, seconds }
}

function isOf(text: string, number: number): boolean {
  return numbers.every((other) => text.includes(markOf(other)) === (other === number))
}
