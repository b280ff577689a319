import type { Json, Timestamp } from './column.js'

/** Evidence as it was shown, content-addressed: the same fact has the same id for ever. */
export interface EvidenceTable {
  id: string
  payload: Json<unknown>
}
export interface RecommendationTable {
  id: string
  listener_id: string | null
  item_id: string
  item_kind: 'track' | 'episode'
  recipe: string
  rank: number
  score: number
  novelty: number
  /** Reasons with weights and evidence ids, strongest first. */
  reasons: Json<unknown>
  model_version: string
  data_version: string
  issued_at: Timestamp
}

/** A published narrative; `cache_key` finds it again for the same brief, provider, prompt and style. */
export interface NarrativeTable {
  id: string
  cache_key: string
  item_id: string
  listener_id: string | null
  provider: string
  model: string
  prompt_version: string
  style: string
  language: string
  realisation: 'model' | 'rules'
  text: string
  claims: Json<unknown>
  evidence_ids: Json<string[]>
  fallback_reason: string | null
  usage: Json<unknown>
  created_at: Timestamp
}

/** One attempt of one provider. null is unknown, 0 is free. */
export interface NarrativeUsageTable {
  id: string
  at: Timestamp
  provider: string
  model: string | null
  item_id: string
  outcome: string
  reason: string | null
  input_tokens: number | null
  output_tokens: number | null
  time_to_first_token_ms: number | null
  latency_ms: number
  cost_micro_usd: number | null
}

/** Which files were imported, with the report of each. */
export interface ImportTable {
  id: string
  format: string
  file: string
  sha256: string
  started_at: Timestamp
  finished_at: Timestamp | null
  report: Json<unknown> | null
}

/** One row: counts every change of catalogue or listening, so that models know when they are old. */
export interface DataVersionTable {
  id: number
  catalog: number
  listening: number
}
