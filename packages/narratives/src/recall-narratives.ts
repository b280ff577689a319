import { randomUUID } from 'node:crypto'
import { nameKey } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { narrativeOf } from './pipeline/find-texts.js'
import type { StoredBrief } from './pipeline/narrative.queries.js'
import type { Narrative } from './narrative.js'

/** Which narratives; all that is given must hold. */
export interface RecallCriteria {
  readonly provider?: string | undefined
  readonly promptVersion?: string | undefined
  readonly model?: string | undefined
  readonly style?: string | undefined
  readonly language?: string | undefined
  /** Id of a track or an episode. */
  readonly item?: string | undefined
  /** Id, MusicBrainz id or name of an artist whom the item, the evidence or the text concerns. */
  readonly artist?: string | undefined
  /** A part of the text, in whatever case. */
  readonly text?: string | undefined
}

/** Who withdrew what, when and why. */
export interface Recall {
  readonly id: string
  /** RFC 3339. */
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly criteria: RecallCriteria
  readonly withdrawn: number
  /** How many of them were written anew by the recall itself; the others are when somebody asks for them. */
  readonly regenerated: number
}

/** A text with what it takes to write another in its place; `brief` is null for texts from before briefs were kept. */
export interface RecalledNarrative {
  readonly narrative: Narrative
  readonly asked: string
  readonly briefKey: string
  readonly brief: StoredBrief | null
}

const matches = (criteria: RecallCriteria): RawBuilder<unknown> => {
  const conditions = [
    sql`withdrawn_at is null`,
    criteria.provider !== undefined && sql`provider = ${criteria.provider}`,
    criteria.promptVersion !== undefined && sql`prompt_version = ${criteria.promptVersion}`,
    criteria.model !== undefined && sql`model = ${criteria.model}`,
    criteria.style !== undefined && sql`style = ${criteria.style}`,
    criteria.language !== undefined && sql`language = ${criteria.language}`,
    criteria.item !== undefined && sql`item_id = ${criteria.item}`,
    criteria.text !== undefined && sql`position(lower(${criteria.text}) in lower(text)) > 0`,
    criteria.artist !== undefined && concerns(criteria.artist),
  ].filter((condition) => condition !== false)
  return sql.join(conditions, sql` and `)
}

function concerns(artist: string): RawBuilder<unknown> {
  const named = sql`(select id, name from artists where id = ${artist} or mbid = ${artist} or name_key = ${nameKey(artist)})`
  return sql`(
    item_id in (select track_id from track_artists where artist_id in (select id from ${named} who))
    or item_id in (select track_id from track_artists where lower(credited_name) = lower(${artist}))
    or exists (select from jsonb_array_elements_text(narratives.evidence_ids) fact (id) join evidence on evidence.id = fact.id
      where evidence.payload ->> 'subjectId' in (select id from ${named} who)
      or exists (select from jsonb_each_text(evidence.payload -> 'values') part where lower(part.value) = lower(${artist}) or part.value in (select name from ${named} who)))
    or position(lower(${artist}) in lower(narratives.text)) > 0)`
}

/** What a recall with these criteria would withdraw. */
export async function findRecallable(db: Kysely<Database>, criteria: RecallCriteria): Promise<readonly RecalledNarrative[]> {
  const rows = await db
    .selectFrom('narratives')
    .selectAll()
    .where(sql<boolean>`${matches(criteria)}`)
    .orderBy('id')
    .execute()
  return rows.map(recalled)
}

/** Withdraws texts at once: from this statement on no process serves them. What was withdrawn, and by whom, is written down. */
export async function recallNarratives(
  db: Kysely<Database>,
  { criteria, by, reason, now }: { readonly criteria: RecallCriteria; readonly by: string; readonly reason: string; readonly now: number },
): Promise<{ readonly recall: Recall; readonly narratives: readonly RecalledNarrative[] }> {
  const id = `rcl_${randomUUID()}`
  const at = new Date(now)
  return await db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .updateTable('narratives')
      .set({ withdrawn_at: at, recall_id: id })
      .where(sql<boolean>`${matches(criteria)}`)
      .returningAll()
      .execute()
    const recall = { id, at: at.toISOString(), by, reason, criteria, withdrawn: rows.length, regenerated: 0 }
    await transaction
      .insertInto('narrative_recalls')
      .values({ id, at, by_whom: by, reason, criteria: JSON.stringify(criteria), withdrawn: rows.length, regenerated: 0 })
      .execute()
    return { recall, narratives: rows.map(recalled) }
  })
}

function recalled(row: Parameters<typeof narrativeOf>[0]): RecalledNarrative {
  return { narrative: narrativeOf(row), asked: row.asked, briefKey: row.brief_key, brief: row.brief as StoredBrief | null }
}

/** Counts one text that stands in the place of a withdrawn one. */
export async function countRegenerated(db: Kysely<Database>, recallId: string): Promise<void> {
  await db
    .updateTable('narrative_recalls')
    .set({ regenerated: sql`regenerated + 1` })
    .where('id', '=', recallId)
    .execute()
}

/** Every recall, the latest first. */
export async function findRecalls(db: Kysely<Database>): Promise<readonly Recall[]> {
  const rows = await db.selectFrom('narrative_recalls').selectAll().orderBy('at', 'desc').orderBy('id').execute()
  return rows.map(({ id, at, by_whom: by, reason, criteria, withdrawn, regenerated }) => ({
    id,
    at: at.toISOString(),
    by,
    reason,
    criteria: criteria as RecallCriteria,
    withdrawn,
    regenerated,
  }))
}
