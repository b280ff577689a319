import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

type TagTable = 'release_tags' | 'artist_tags' | 'track_tags' | 'episode_tags'

export interface WeightedTag {
  readonly tag: string
  /** 0 to 1. */
  readonly weight: number
}

/** Tags with weights by id of what carries them, strongest first, in one statement. */
export async function findWeightedTags(db: Kysely<Database>, table: TagTable, ids: readonly string[]): Promise<Map<string, WeightedTag[]>> {
  const found = new Map<string, WeightedTag[]>()
  if (ids.length === 0) return found
  const owner = table.replace('tags', 'id') as 'release_id'
  const rows = await db
    .selectFrom(table as 'release_tags')
    .select([`${owner} as owner`, 'tag', 'weight'])
    .where(owner, 'in', [...new Set(ids)])
    .orderBy('weight', 'desc')
    .orderBy('tag')
    .execute()
  for (const { owner: id, tag, weight } of rows) found.set(id, [...(found.get(id) ?? []), { tag, weight }])
  return found
}

/** Names of the tags of releases, strongest first. */
export async function findReleaseTags(db: Kysely<Database>, releaseIds: readonly string[]): Promise<Map<string, string[]>> {
  const weighted = await findWeightedTags(db, 'release_tags', releaseIds)
  return new Map([...weighted].map(([id, tags]) => [id, tags.map(({ tag }) => tag)]))
}
