import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { inSlices } from '../in-slices.js'
import type { ArtistDraft } from './musicbrainz-drafts.js'

/** Of these there is one: a later answer takes the place of an earlier one. */
const singular = ['artist-country', 'artist-begin']

/** Keeps facts about artists; gives back the ids of those of whom something new is known. */
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
  const facts = [...rows.values()]
  for (const property of singular) {
    const current = facts.filter((fact) => fact.property === property)
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
