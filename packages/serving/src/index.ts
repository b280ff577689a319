// The use cases of the product: recommend, write the brief, narrate.
export { evaluateNarratives, type EvaluationRequest, type EvaluationTools } from './evaluate-narratives.js'
export { evaluateFaithfulness, recipesWithHistory, type FaithfulnessRequest } from './evaluate-faithfulness.js'
export { UnknownProviderError } from './evaluation/open-narrators.js'
export type { AheadOptions } from './ahead/narrate-ahead.js'
export type { RecallReport, RecallRequest } from './ahead/recall.js'
export type { RunLimits, RunProgress, RunSpec } from './ahead/run.js'
export { findEvidence } from './evidence.queries.js'
export { fetchFeed, type FetchFeedResult } from './feeds/fetch-feed.js'
export type { Foreground } from './foreground.js'
export { importFiles, importFormats } from './import-files.js'
export { importSample } from './import-sample.js'
export type { ReasonWorth } from './explain-recommendation.js'
export type { CachePolicy, NarrateOutcome, NarrativeRequestOptions, SpokenOptions } from './narrate-items.js'
export { SIGNING_KEY_FILE } from './open-signing-key.js'
export { openRecommenderStore } from './open-recommender-store.js'
export { openPlatform, type Platform, type PlatformOptions } from './open-platform.js'
export type { Recommendation } from './recommendation.js'
export { findRecommendations } from './recommendation.queries.js'
export type { RankedItems, RecommendationList, RecommendRequest } from './recommend-items.js'
export type { BriefSubject, NarrativeStyle } from './write-briefs.js'
// For those who operate the use cases above, and have no other business with these packages.
export {
  canonicalJson,
  findReceipts,
  modelNames,
  nestingOf,
  recipeNames,
  recipesWithTrainedModel,
  repeatedName,
  type Faithfulness,
  type ModelName,
  type Reason,
  type ReceiptVerdict,
  type SignedReceipt,
} from '@linernotes/recommendations'
export { findRecallable, findRecalls, type RecallCriteria } from '@linernotes/narratives'
