import type { NarrativeProvider } from '../provider.js'
import { LangChainProvider } from './langchain-provider.js'
import { toTuples } from './to-tuples.js'
import type { LangChainOptions, ModelSource, RunnableInput, StreamingRunnable } from './langchain-options.js'

/**
 * Makes a narrative provider of any LangChain Runnable that takes `{ request, messages, schema }` and gives text, message chunks, or the
 * finished object `{ sentences: [{ text, facts }] }`. Output parsers drop the reason why a model stopped, so it is optional here.
 * One that knows only afterwards which model wrote gives the parts of the narrative itself: `gives: 'parts'`.
 */
export function fromRunnable(runnable: ModelSource<StreamingRunnable<RunnableInput>>, options: LangChainOptions): NarrativeProvider {
  return new LangChainProvider(runnable, ({ request, prompt }) => ({ request, messages: toTuples(prompt), schema: prompt.schema }), {
    finishReason: 'optional',
    ...options,
  })
}
