import path from 'node:path'
import type { NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'
import { composePrompt } from '@linernotes/narrative-sdk/langchain'
import { examplesFor } from '@linernotes/narratives'
import { median } from '../median.js'
import { listenerRequest } from './listeners.js'
import { ask, openProcess, requestOf, type GenerateRequest } from './llama-local.js'
import type { LlmContext } from './llm-context.js'
import { openLoaded } from './open-loaded.js'

export interface FirstTokenFigures {
  /** Milliseconds to the first text with a loaded model that has read nothing yet. */
  readonly firstMs: number
  /** Another listener's, after the first. */
  readonly secondMs: number
  /** Another listener's, first thing in a new process that finds the state file. */
  readonly restartedMs: number
  readonly secondShare: number
  readonly restartedShare: number
}

/** First text of a narrative as the provider writes it by default, from an empty state folder each round. */
export async function measureFirstText({ modelPath, threads, rounds, directory, note }: LlmContext): Promise<FirstTokenFigures> {
  return await measure(rounds, note, 'first text', async (round) => {
    const stateDirectory = path.join(directory, `text-${round}`)
    const open = async (listeners: readonly number[]): Promise<number[]> => {
      await using provider = await openLoaded({ threads, contextSize: 4096 }, stateDirectory, modelPath)
      const times: number[] = []
      for (const listener of listeners) times.push(await untilText(provider, listenerRequest(listener)))
      return times
    }
    const [first = 0, second = 0] = await open([1, 2])
    const [restarted = 0] = await open([3])
    return [first, second, restarted]
  })
}

/** First token of an answer to the full prompt, whose system message is what listeners share. */
export async function measureFirstToken({ modelPath, threads, rounds, directory, note }: LlmContext): Promise<FirstTokenFigures> {
  return await measure(rounds, note, 'first token of the full prompt', async (round) => {
    const options = { modelPath, threads, prefixDirectory: path.join(directory, `token-${round}`) }
    const open = async (listeners: readonly number[]): Promise<number[]> => {
      await using llama = await openProcess(options)
      await ask(llama, requestOf([{ role: 'user', content: 'Hello' }]))
      const times: number[] = []
      for (const listener of listeners) times.push((await ask(llama, fullRequest(listener))).firstMs)
      return times
    }
    const [first = 0, second = 0] = await open([1, 2])
    const [restarted = 0] = await open([3])
    return [first, second, restarted]
  })
}

const goldenExamples = 5

function fullRequest(listener: number): GenerateRequest {
  const request = listenerRequest(listener)
  // As narrate() asks: with golden examples before the request, the same for all listeners of a bucket.
  const { messages } = composePrompt.build({ ...request, examples: examplesFor(request, goldenExamples) }, { maxCharacters: null })
  return requestOf(messages, { sharedMessages: messages.length - 1 })
}

async function measure(
  rounds: number,
  note: (line: string) => void,
  what: string,
  run: (round: number) => Promise<readonly [number, number, number]>,
): Promise<FirstTokenFigures> {
  const times: (readonly [number, number, number])[] = []
  for (let round = 0; round < rounds; round += 1) {
    note(`  ${what}, round ${round + 1} of ${rounds} …`)
    times.push(await run(round))
  }
  const shares = (index: 1 | 2): number => median(times.map((each) => each[index] / each[0]))
  const middle = (index: 0 | 1 | 2): number => median(times.map((each) => each[index]))
  return { firstMs: middle(0), secondMs: middle(1), restartedMs: middle(2), secondShare: shares(1), restartedShare: shares(2) }
}

async function untilText(provider: NarrativeProvider, request: NarrativeRequest): Promise<number> {
  const started = performance.now()
  let first = 0
  for await (const part of provider.narrate(request, { signal: new AbortController().signal }))
    if (part.type === 'text-delta') first ||= performance.now() - started
  return first
}
