import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { inSlices } from '../in-slices.js'
import { singularProperties } from './merge-drafts.js'
import type { ArtistDraft } from './musicbrainz-drafts.js'

/** Keeps facts about artists, of what there is one only the one of their own entry; gives back the ids of those of whom something new is known. */
export async function storeFacts(
  db: Kysely<Database>,
  artists: readonly ArtistDraft[],
  ids: ReadonlyMap<string, string>,
  sourceId: string,
  now: Date,
): Promise<string[]> {
  const rows = new Map(
    artists.flatMap((artist) =>
      artist.facts.map(({ property, values, statement }) => {
        const subject = ids.get(artist.mbid) ?? ''
        const id = entityId('fact', property, subject, JSON.stringify(values))
        return [
          id,
          { id, subject_id: subject, property, values: JSON.stringify(values), statement, source_id: sourceId, computed_at: now, query: null },
        ] as const
      }),
    ),
  )
  if (rows.size === 0) return []
  const whole = new Set(artists.filter((artist) => artist.isWhole).map((artist) => ids.get(artist.mbid)))
  const facts = await withoutKnownProperties(db, [...rows.values()], whole, sourceId)
  for (const property of singularProperties) {
    const current = facts.filter((fact) => fact.property === property && whole.has(fact.subject_id))
    if (current.length === 0) continue
    await db
      .deleteFrom('facts')
      .where('property', '=', property)
      .where('source_id', '=', sourceId)
      .where(
        'subject_id',
        'in',
        current.map((fact) => fact.subject_id),
      )
      .where(
        'id',
        'not in',
        current.map((fact) => fact.id),
      )
      .execute()
  }
  const written = await inSlices(facts, (slice) =>
    db
      .insertInto('facts')
      .values(slice)
      .onConflict((conflict) => conflict.doNothing())
      .returning('subject_id')
      .execute(),
  )
  return written.map((row) => row.subject_id)
}

/** What a mention says is left out where something is known already. */
async function withoutKnownProperties<Fact extends { readonly subject_id: string; readonly property: string }>(
  db: Kysely<Database>,
  facts: readonly Fact[],
  whole: ReadonlySet<string | undefined>,
  sourceId: string,
): Promise<Fact[]> {
  const mentioned = facts.filter((fact) => singularProperties.includes(fact.property) && !whole.has(fact.subject_id))
  if (mentioned.length === 0) return [...facts]
  const known = await db
    .selectFrom('facts')
    .select(['subject_id', 'property'])
    .where('source_id', '=', sourceId)
    .where('property', 'in', singularProperties)
    .where(
      'subject_id',
      'in',
      mentioned.map((fact) => fact.subject_id),
    )
    .execute()
  const keys = new Set(known.map((fact) => `${fact.subject_id} ${fact.property}`))
  return facts.filter((fact) => whole.has(fact.subject_id) || !keys.has(`${fact.subject_id} ${fact.property}`) || !singularProperties.includes(fact.property))
}
