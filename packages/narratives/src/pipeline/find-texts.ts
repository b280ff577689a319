import type { Database } from '@linernotes/database'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Narrative, NarrativeClaim, NarrativeCost } from '../narrative.js'
import type { TextPlace } from './cache-key.js'

/** The newest text of each key, and what was withdrawn. */
export interface StoredTexts {
  readonly byKey: ReadonlyMap<string, Narrative>
  readonly byBrief: ReadonlyMap<string, Narrative>
  /** By item. */
  readonly withdrawn: ReadonlyMap<string, readonly string[]>
}

/** Reads what is kept at these places, and the withdrawn texts of these items: one statement, however many. */
export async function findTexts(
  db: Kysely<Database>,
  { places, itemIds }: { readonly places: readonly TextPlace[]; readonly itemIds: readonly string[] },
): Promise<StoredTexts> {
  const keys = [...new Set(places.map(({ key }) => key))]
  const briefKeys = [...new Set(places.map(({ briefKey }) => briefKey))]
  const rows = await db
    .selectFrom('narratives')
    .selectAll()
    // The newest of each key, and every withdrawn one.
    .distinctOn([sql`cache_key`, sql`case when withdrawn_at is null then '' else id end`])
    .where(
      sql<boolean>`(withdrawn_at is null and (cache_key = any(${keys}::text[]) or brief_key = any(${briefKeys}::text[])))
        or (withdrawn_at is not null and item_id = any(${[...new Set(itemIds)]}::text[]))`,
    )
    .orderBy('cache_key')
    .orderBy(sql`case when withdrawn_at is null then '' else id end`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  const byKey = new Map<string, Narrative>()
  const byBrief = new Map<string, Narrative>()
  const withdrawn = new Map<string, string[]>()
  for (const row of rows.toSorted((left, right) => left.created_at.getTime() - right.created_at.getTime())) {
    if (row.withdrawn_at !== null) withdrawn.set(row.item_id, [...(withdrawn.get(row.item_id) ?? []), row.text])
    else {
      const narrative = narrativeOf(row)
      byKey.set(row.cache_key, narrative)
      byBrief.set(row.brief_key, narrative)
    }
  }
  return { byKey, byBrief, withdrawn }
}

export function narrativeOf(row: Selectable<Database['narratives']>): Narrative {
  return {
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
    overlap: row.overlap,
  }
}
