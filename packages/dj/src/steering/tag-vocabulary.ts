import { nameKey } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

export interface KnownTag {
  /** As the catalogue writes it most often. */
  readonly tag: string
  readonly of: 'music' | 'episodes' | 'both'
}

/** Every tag of the catalogue, by its key. */
export type TagVocabulary = ReadonlyMap<string, KnownTag>

export async function readTagVocabulary(db: Kysely<Database>): Promise<TagVocabulary> {
  const { rows } = await sql<{ tag: string; music: number; episodes: number }>`
    select tag, sum(music)::int as music, sum(episodes)::int as episodes from (
      select tag, count(*) as music, 0 as episodes from release_tags group by tag
      union all select tag, count(*), 0 from artist_tags group by tag
      union all select tag, count(*), 0 from track_tags group by tag
      union all select tag, 0, count(*) from episode_tags group by tag) as counted
    group by tag order by sum(music + episodes) desc, tag`.execute(db)
  const tags = new Map<string, KnownTag>()
  for (const { tag, music, episodes } of rows) {
    const key = nameKey(tag)
    const known = tags.get(key)
    const of = music > 0 && episodes > 0 ? 'both' : music > 0 ? 'music' : 'episodes'
    if (known === undefined) tags.set(key, { tag, of })
    else if (known.of !== of) tags.set(key, { ...known, of: 'both' })
  }
  return tags
}

/** Finds the tag of some words; synonyms first, then the words themselves, then without the ending of a plural. */
export function tagOf(words: string, tags: TagVocabulary, synonyms: Readonly<Record<string, readonly string[]>>): KnownTag | null {
  const keys = [...(Object.hasOwn(synonyms, words) ? synonyms[words]! : []), words, words.replaceAll(' ', ''), ...stemsOf(words)]
  for (const key of keys) {
    const tag = tags.get(key)
    if (tag !== undefined) return tag
  }
  return null
}

/** Without the endings of plurals, comparatives and adjectives: "jazzier" and "jazzy" are jazz. */
function stemsOf(words: string): readonly string[] {
  const stem = /^(.{3,}?)(?:s|y|ier|iest|ish)$/u.exec(words)?.[1]
  return stem === undefined ? [] : [stem]
}
