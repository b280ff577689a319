import { NarrativeError } from '../error.js'
import type { NarrativeRequest } from '../request.js'
import type { CallContext, LangChainOptions, ModelSource, StreamingChatModel } from './langchain-options.js'
import { readModelChunk } from './model-chunk.js'
import type { PromptMessage } from './prompt/narrative-prompt.js'
import { silentTracer } from './silent-tracer.js'
import { toNarrativeError } from './to-narrative-error.js'
import { toTuples } from './to-tuples.js'
import { Watchdog } from './watchdog.js'

export type AskOptions = Pick<LangChainOptions, 'model' | 'callOptions' | 'timeoutMs' | 'idleTimeoutMs' | 'explain' | 'now'>

export interface Question {
  readonly messages: readonly PromptMessage[]
  /** JSON schema of the answer. */
  readonly schema: object
  /** Whoever writes more than so many characters does not follow it. */
  readonly longestAnswer: number
}

/** Options that makers of models read from a request; nothing is narrated. */
const noRequest: NarrativeRequest = {
  kind: 'track',
  style: 'blurb',
  language: 'en',
  maxWords: 25,
  spoilerFree: true,
  seed: 1,
  item: { title: '', by: '' },
  reasons: [],
  facts: [],
  passages: [],
  avoid: [],
  refusals: [],
}

/** What a chat model answers to one question that is no narrative. Rejects with the reason of `signal`, or with a NarrativeError. */
export async function askOnce(model: ModelSource<StreamingChatModel>, question: Question, options: AskOptions, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  using watchdog = new Watchdog([signal], options)
  try {
    const prompt = { messages: question.messages, schema: question.schema, factIds: [], warnings: [] }
    const context: CallContext = { request: noRequest, prompt, signal: watchdog.workSignal }
    const chat = typeof model === 'function' ? await model(context) : model
    const chunks = await chat.stream(toTuples(prompt), { ...options.callOptions?.(context), signal: watchdog.workSignal, callbacks: [silentTracer] })
    let answer = ''
    for await (const raw of watchdog.watch(chunks)) {
      answer += readModelChunk(raw).text
      if (answer.length > question.longestAnswer) break
    }
    return answer
  } catch (error) {
    watchdog.signal.throwIfAborted()
    if (NarrativeError.isInstance(error)) throw error
    const branded = toNarrativeError(error, { now: options.now ?? Date.now, hasAnswered: false })
    throw options.explain?.(branded) ?? branded
  }
}
