import { randomUUID } from 'node:crypto'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Narrative, NarrativeClaim, NarrativeCost } from '../narrative.js'
import type { Attempt } from './narrative-job.js'

const batch = 1_000

/** Narratives by cache key; one statement per thousand keys. */
export async function findNarratives(db: Kysely<Database>, keys: readonly string[]): Promise<Map<string, Narrative>> {
  const found = new Map<string, Narrative>()
  const distinct = [...new Set(keys)]
  for (let from = 0; from < distinct.length; from += batch) {
    const rows = await db
      .selectFrom('narratives')
      .selectAll()
      .where('cache_key', 'in', distinct.slice(from, from + batch))
      .execute()
    for (const row of rows) {
      found.set(row.cache_key, {
        type: 'narrative',
        id: row.id,
        itemId: row.item_id,
        listenerId: row.listener_id,
        text: row.text,
        claims: row.claims as NarrativeClaim[],
        evidenceIds: row.evidence_ids,
        style: row.style as Narrative['style'],
        language: row.language,
        provider: row.provider,
        fallbackReason: row.fallback_reason,
        model: row.model,
        promptVersion: row.prompt_version,
        fromCache: true,
        realisation: row.realisation,
        createdAt: row.created_at.toISOString(),
        usage: row.usage as NarrativeCost,
      })
    }
  }
  return found
}

/** Keeps narratives under their cache keys; an older text under the same key is replaced. */
export async function saveNarratives(db: Kysely<Database>, entries: ReadonlyMap<string, Narrative>): Promise<void> {
  const rows = [...entries].map(([key, narrative]) => ({
    id: narrative.id,
    cache_key: key,
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
  }))
  for (let from = 0; from < rows.length; from += batch) {
    await db
      .insertInto('narratives')
      .values(rows.slice(from, from + batch))
      .onConflict((conflict) =>
        conflict.column('cache_key').doUpdateSet((set) => ({
          id: set.ref('excluded.id'),
          listener_id: set.ref('excluded.listener_id'),
          model: set.ref('excluded.model'),
          prompt_version: set.ref('excluded.prompt_version'),
          text: set.ref('excluded.text'),
          claims: set.ref('excluded.claims'),
          evidence_ids: set.ref('excluded.evidence_ids'),
          fallback_reason: set.ref('excluded.fallback_reason'),
          usage: set.ref('excluded.usage'),
          created_at: set.ref('excluded.created_at'),
        })),
      )
      .execute()
  }
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
  }))
  for (let from = 0; from < rows.length; from += batch)
    await db
      .insertInto('narrative_usage')
      .values(rows.slice(from, from + batch))
      .execute()
}
