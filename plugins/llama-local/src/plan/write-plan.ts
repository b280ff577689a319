import type { AIMessageChunk } from '@langchain/core/messages'
import { NarrativeError, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { RunnableInput, StreamingRunnable } from '@linernotes/narrative-sdk/langchain'
import type { ChatLlamaLocal, ChatLlamaLocalCallOptions } from '../chat-llama-local.js'
import { english } from './english.js'
import { listPlans } from './plan.js'
import { planMenu } from './plan-options.js'
import { planMessages } from './plan-prompt.js'
import { realisePlan } from './realise-plan.js'

/** Tokens of the longest plan, and some to spare. */
const mostTokens = 24

/** The model plans in a few tokens: why first or the detail first, and which; the wordings are fixed, and never pass through the model. */
export function writePlan(chat: ChatLlamaLocal): StreamingRunnable<RunnableInput> {
  return { stream: async ({ request }, options: ChatLlamaLocalCallOptions = {}) => write(chat, request, options) }
}

async function* write(chat: ChatLlamaLocal, request: NarrativeRequest, options: ChatLlamaLocalCallOptions): AsyncGenerator<string | AIMessageChunk> {
  const menu = planMenu(request, english)
  const plans = listPlans(menu, request)
  if (plans.size === 0) throw new NarrativeError('unsupported', `Nothing can be said of this item in ${request.maxWords} words; raise maxWords.`)
  const messages = planMessages(menu, request)
  let code = ''
  let end: AIMessageChunk | null = null
  const codes = [...plans.keys()]
  const call = { ...options, sharedMessages: messages.length - 1, responseChoices: codes, maxTokens: mostTokens }
  for await (const chunk of await chat.stream(
    messages.map(({ role, content }): [string, string] => [role, content]),
    call,
  )) {
    if (chunk.usage_metadata === undefined) code += chunk.text
    else end = chunk // it tells the usage, and why the plan ended
  }
  const plan = plans.get(code.trim())
  if (plan === undefined) throw new NarrativeError('truncated', 'The plan was cut off')
  yield JSON.stringify({ sentences: realisePlan(plan, request).map(({ text, factIds }) => ({ text, facts: factIds })) })
  if (end !== null) yield end
}
