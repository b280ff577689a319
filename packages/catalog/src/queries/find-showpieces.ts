import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

/** Ids of items that show what can be told of one: an episode whose words can be played, one whose chapters can, a track of a labelled release; as far as there are such. */
export async function findShowpieces(db: Kysely<Database>): Promise<readonly string[]> {
  const withAudio = db
    .selectFrom('episodes')
    .select('episodes.id')
    .where((where) => where.fn<number>('jsonb_array_length', ['episodes.enclosures']), '>', 0)
  const quoted = await withAudio
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('transcript_segments').select('id').whereRef('episode_id', '=', 'episodes.id').where('end_ms', 'is not', null)),
    )
    .orderBy('episodes.id')
    .executeTakeFirst()
  const marked = await withAudio
    .where(({ exists, selectFrom }) => exists(selectFrom('chapters').select('position').whereRef('episode_id', '=', 'episodes.id').where('start_ms', '>', 0)))
    .where('episodes.id', '!=', quoted?.id ?? '')
    .orderBy('episodes.id')
    .executeTakeFirst()
  const track = await db
    .selectFrom('tracks')
    .innerJoin('releases', 'releases.id', 'tracks.release_id')
    .select('tracks.id')
    .where('releases.label', 'is not', null)
    .orderBy('tracks.id')
    .executeTakeFirst()
  return [quoted, marked, track].flatMap((found) => found?.id ?? [])
}
