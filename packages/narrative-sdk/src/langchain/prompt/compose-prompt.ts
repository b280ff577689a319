import { buildPrompt } from './build-prompt.js'
import { compose2 } from './compose-2.js'
import { draftSchema } from './draft-schema.js'
import type { NarrativePrompt } from './narrative-prompt.js'

/** Facts in, sentences with citations out, in one step. Shows fewer examples, then fewer facts, where a small model has no room for more. */
export const composePrompt: NarrativePrompt = {
  version: compose2.version,
  build: (request, limits) =>
    buildPrompt(
      compose2,
      { ofExample: (sentences) => ({ sentences: sentences.map(({ text, factIds }) => ({ text, facts: factIds })) }), schema: draftSchema },
      request,
      limits,
    ),
}
