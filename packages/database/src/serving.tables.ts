import type { Generated } from 'kysely'
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
  /** The signed text; null: issued before there were receipts. */
  receipt: string | null
}

/**
 * A published narrative. `cache_key` finds it again for the same brief, provider, options and prompt; the newest of a key is served. `brief_key` leaves options and
 * prompt out: it finds what an earlier prompt wrote for the same brief.
 */
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
  brief_key: Generated<string>
  /** Key of the provider that was asked for. */
  asked: Generated<string>
  /** The brief, its evidence by id; null: from before briefs were kept. */
  brief: Json<unknown> | null
  /** Share of its phrases that the listener had been told lately, 0 to 1; null: not compared. */
  overlap: number | null
  /** Set by a recall: never served again. */
  withdrawn_at: Timestamp | null
  recall_id: string | null
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
  overlap: number | null
}

/** The last texts that a listener was shown; they go when the listener goes. */
export interface NarrativeServingTable {
  listener_id: string
  narrative_id: string
  item_id: string
  text: string
  served_at: Timestamp
}

/** Who is writing a narrative right now, among all processes; void after `until`. */
export interface NarrativeGenerationTable {
  key: string
  holder: string
  until: Timestamp
}

/** Who withdrew which texts, when and why. */
export interface NarrativeRecallTable {
  id: string
  at: Timestamp
  by_whom: string
  reason: string
  criteria: Json<unknown>
  withdrawn: number
  regenerated: number
}

/** A run that writes narratives ahead, and what of its budget is spent, or held back for what is being written. null: without a limit. */
export interface NarrativeRunTable {
  id: string
  spec: Json<unknown>
  started_at: Timestamp
  finished_at: Timestamp | null
  budget_tokens: number | null
  budget_micro_usd: number | null
  spent_tokens: Generated<number>
  reserved_tokens: Generated<number>
  spent_micro_usd: Generated<number>
  reserved_micro_usd: Generated<number>
  /** Why it ended before its time; null: it did not. */
  stopped: string | null
}

/** What of a run's budget is held back for one attempt of a model. After `until` nobody settles it any more: it was killed, and counts as spent. */
export interface NarrativeReservationTable {
  id: string
  run_id: string
  tokens: number
  micro_usd: number
  until: Timestamp
}

/** A listener whose list is written. */
export interface NarrativeRunListenerTable {
  run_id: string
  listener_id: string
  done_at: Timestamp
  items: number
  written: number
  kept: number
  failed: number
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
  /** How far the log of listens and feedback went when listens were last deleted; null: none ever were. */
  deleted_after: number | null
}
