import { randomUUID } from 'node:crypto'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Brief } from '../brief.js'
import type { Narrative } from '../narrative.js'
import type { TextPlace } from './cache-key.js'
import type { Attempt } from './narrative-job.js'

const batch = 1_000

/** A narrative with the place that it is kept at. */
export interface PlacedNarrative {
  readonly place: TextPlace
  readonly asked: string
  readonly brief: Brief
  readonly narrative: Narrative
}

/** Keeps narratives at their places, beside older texts: the newest is served. A text that was withdrawn stays withdrawn. */
export async function saveNarratives(db: Kysely<Database>, entries: readonly PlacedNarrative[]): Promise<void> {
  const rows = entries.map(({ place, asked, brief, narrative }) => ({
    id: narrative.id,
    cache_key: place.key,
    brief_key: place.briefKey,
    asked,
    brief: JSON.stringify(storedBrief(brief)),
    item_id: narrative.itemId,
    listener_id: narrative.listenerId,
    provider: narrative.provider,
    model: narrative.model,
    prompt_version: narrative.promptVersion,
    style: narrative.style,
    language: narrative.language,
    realisation: narrative.realisation,
    text: narrative.text,
    claims: JSON.stringify(narrative.claims),
    evidence_ids: JSON.stringify(narrative.evidenceIds),
    fallback_reason: narrative.fallbackReason,
    usage: JSON.stringify(narrative.usage),
    created_at: narrative.createdAt,
    overlap: narrative.overlap,
  }))
  for (let from = 0; from < rows.length; from += batch) {
    await db
      .insertInto('narratives')
      .values(rows.slice(from, from + batch))
      // The same text again: it is as good as new.
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((set) => ({
            created_at: set.ref('excluded.created_at'),
            fallback_reason: set.ref('excluded.fallback_reason'),
            usage: set.ref('excluded.usage'),
            overlap: set.ref('excluded.overlap'),
          }))
          .where('narratives.withdrawn_at', 'is', null),
      )
      .execute()
  }
}

/** A brief whose evidence is named by id: its content lies in the table of evidence. */
export type StoredBrief = Omit<Brief, 'evidence' | 'passages'> & { readonly evidence: readonly string[]; readonly passages: readonly string[] }

function storedBrief(brief: Brief): StoredBrief {
  return { ...brief, evidence: brief.evidence.map(({ id }) => id), passages: brief.passages.map(({ id }) => id) }
}

/** Writes down what was tried and what it cost. */
export async function recordAttempts(db: Kysely<Database>, attempts: readonly (Attempt & { readonly itemId: string })[], now: number): Promise<void> {
  const rows = attempts.map((attempt) => ({
    id: `use_${randomUUID()}`,
    at: new Date(now),
    provider: attempt.provider,
    model: attempt.model,
    item_id: attempt.itemId,
    outcome: attempt.outcome,
    reason: attempt.reason,
    input_tokens: attempt.usage?.inputTokens ?? null,
    output_tokens: attempt.usage?.outputTokens ?? null,
    time_to_first_token_ms: attempt.timeToFirstTokenMs,
    latency_ms: attempt.latencyMs,
    cost_micro_usd: attempt.usage?.costMicroUsd ?? null,
    overlap: attempt.overlap,
  }))
  for (let from = 0; from < rows.length; from += batch)
    await db
      .insertInto('narrative_usage')
      .values(rows.slice(from, from + batch))
      .execute()
}
