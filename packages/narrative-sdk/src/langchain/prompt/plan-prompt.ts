import { buildPrompt } from './build-prompt.js'
import { planSchema } from './draft-schema.js'
import type { NarrativePrompt } from './narrative-prompt.js'
import { plan1 } from './plan-1.js'

/** Facts in, ids of facts for each sentence out: the model plans, rules write. For models that are too small to be trusted with words. */
export const planPrompt: NarrativePrompt = {
  version: plan1.version,
  build: (request, limits) =>
    buildPrompt(
      plan1,
      { ofExample: (sentences) => ({ sentences: sentences.map(({ factIds }) => ({ facts: factIds })) }), schema: planSchema },
      request,
      limits,
    ),
}
