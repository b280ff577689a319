// From a brief to a published narrative: the registry of providers, the narrate() pipeline, grounding, cache and ledger.
export type { Brief } from './brief.js'
export { checkGrounding, type CheckOptions, type GroundingReport, type KindFigures, type Miss, type PartFigures } from './check/check-grounding.js'
export type { Corpus, CorpusBrief, CorpusEntry } from './check/corpus.js'
export { readCorpus } from './check/read-corpus.js'
export type { Share as GroundingShare } from './check/wilson-interval.js'
export { createNarrator, type NarratorOptions } from './create-narrator.js'
export { type CitedText, type GroundingOptions, groundText, type TextVerdict } from './grounding/ground-text.js'
export type { Editorial } from './editorial.js'
export { findNarrativesById } from './find-narratives-by-id.js'
export { examplesFor } from './golden/examples-for.js'
export { factsOf, type GoldenExample } from './golden/golden-example.js'
export { readGoldenExamples, type GoldenSet } from './golden/read-golden-examples.js'
export { groundSentence } from './grounding/ground-sentence.js'
export type { GroundingLanguage } from './grounding/grounding-language.js'
export { templateLanguage, type TemplateLanguageData } from './grounding/template-language.js'
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
export { BudgetExhausted, type NarrativeBudget, type Reservation } from './pipeline/budget.js'
export type { StoredBrief } from './pipeline/narrative.queries.js'
export type { NarratePolicies } from './pipeline/policies.js'
export type { ProviderStatus } from './provider-status.js'
export { type Diagnosis, type Examination, examineProviders } from './registry/examine-providers.js'
export type { ProviderCheck } from './registry/provider-check.js'
export { runAsPlugin, runningPlugin } from './registry/plugin-scope.js'
export { watchBlocking, type WatchOptions } from './registry/watch-blocking.js'
export { judgeAttempt, type RecordedAttempt, recordPlugin } from './registry/record-plugin.js'
export { ConfigurationError } from './registry/configuration-error.js'
export type { NarratorConfig } from './registry/load-plugins.js'
export type { HostServices } from './registry/provider-registry.js'
export {
  countRegenerated,
  findRecallable,
  findRecalls,
  recallNarratives,
  type Recall,
  type RecallCriteria,
  type RecalledNarrative,
} from './recall-narratives.js'
export type { NarrativeObserver } from './observer.js'
export type { ProviderMetrics } from './registry/read-provider-metrics.js'
export { applyGuidelines, type AppliedGuidelines } from './safety/apply-guidelines.js'
export type { Guideline, GuidelineInput } from './safety/guideline.js'
export { mergeGuidelines } from './safety/shipped-guidelines.js'
export { unsayableName, type Unsayable } from './safety/unsayable.js'
export { toRequest, type NumberedRequest } from './to-request.js'
