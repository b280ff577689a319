import type { NarrativeProvider } from '../provider.js'
import { interpretWith } from './interpret-with.js'
import { judgeWith } from './judge-with.js'
import { LangChainProvider } from './langchain-provider.js'
import { toTuples } from './to-tuples.js'
import type { LangChainOptions, ModelSource, StreamingChatModel } from './langchain-options.js'

/**
 * Makes a narrative provider of a LangChain chat model. The model has to say why it stopped (`finish_reason` in its metadata);
 * set `finishReason: 'optional'` for one that never does.
 */
export function fromChatModel(model: ModelSource<StreamingChatModel>, options: LangChainOptions): NarrativeProvider {
  const provider = new LangChainProvider(model, ({ prompt }) => toTuples(prompt), { finishReason: 'required', ...options })
  return Object.assign(provider, { judge: judgeWith(model, options), interpret: interpretWith(model, options) })
}
