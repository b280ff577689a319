// From a brief to a published narrative: the registry of providers, the narrate() pipeline, grounding, cache and ledger.
export type { Brief } from './brief.js'
export { createNarrator, type NarratorOptions } from './create-narrator.js'
export { type CitedText, type GroundingOptions, groundText, type TextVerdict } from './grounding/ground-text.js'
export { findNarrativesById } from './find-narratives-by-id.js'
export { groundSentence } from './grounding/ground-sentence.js'
export { splitSentences, type SentenceSpan } from './grounding/split-sentences.js'
export type { GroundedClaim, Refusal, RefusalCode, SentenceVerdict } from './grounding/verdict.js'
export type {
  CachePolicy,
  Narrative,
  NarrativeClaim,
  NarrativeCost,
  NarrativeDeclined,
  NarrativeDelta,
  NarrativeEvent,
  NarrativeResult,
  ProviderFailure,
} from './narrative.js'
export type { NarrateOptions, Narrator } from './narrator.js'
export type { NarratePolicies } from './pipeline/policies.js'
export type { ProviderStatus } from './provider-status.js'
export { ConfigurationError } from './registry/configuration-error.js'
export type { NarratorConfig } from './registry/load-plugins.js'
export type { HostServices } from './registry/provider-registry.js'
export { applyGuidelines, type AppliedGuidelines } from './safety/apply-guidelines.js'
export type { Guideline, GuidelineInput } from './safety/guideline.js'
export { mergeGuidelines } from './safety/shipped-guidelines.js'
export { unsayableName, type Unsayable } from './safety/unsayable.js'
export { toRequest, type NumberedRequest } from './to-request.js'
