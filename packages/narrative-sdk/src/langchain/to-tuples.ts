import type { MessageTuple } from './langchain-options.js'
import type { BuiltPrompt } from './prompt/narrative-prompt.js'

/** LangChain's shortest form of messages; needs nothing of LangChain. */
export function toTuples(prompt: BuiltPrompt): MessageTuple[] {
  return prompt.messages.map(({ role, content }) => [role, content])
}
