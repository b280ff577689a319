import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../entity-id.js'
import { findSources, upsertSource } from '../sources.queries.js'
import { countArtistReleases } from './counted/count-artist-releases.js'
import { countCompilations } from './counted/count-compilations.js'
import { countLabelReleases } from './counted/count-label-releases.js'
import { countLongestTracks } from './counted/count-longest-tracks.js'
import { countRemixes } from './counted/count-remixes.js'

const counts = [countCompilations, countArtistReleases, countLabelReleases, countLongestTracks, countRemixes]
const BATCH = 2_000

/** Counts again what the catalogue proves by counting, and replaces what was counted before. Each fact is dated and carries the SQL behind it. */
export async function refreshCountedFacts(db: Kysely<Database>, { now }: { readonly now: () => number }): Promise<void> {
  const computedAt = new Date(now())
  const facts = []
  for (const count of counts) facts.push(...(await count(db)))
  const sources = await countedSources(
    db,
    facts.map((fact) => fact.sourceId),
  )
  const unique = new Map(facts.map((fact) => [entityId('fact', fact.property, fact.subjectId, JSON.stringify(fact.values)), fact]))
  const rows = [...unique].map(([id, fact]) => ({
    id,
    subject_id: fact.subjectId,
    property: fact.property,
    values: JSON.stringify(fact.values),
    statement: fact.statement,
    source_id: sources.get(fact.sourceId) ?? fact.sourceId,
    computed_at: computedAt,
    query: fact.query,
  }))
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('facts').where('query', 'is not', null).execute()
    for (let start = 0; start < rows.length; start += BATCH)
      await transaction
        .insertInto('facts')
        .values(rows.slice(start, start + BATCH))
        .execute()
  })
}

/** What was counted is under the licence of the rows that were counted. */
async function countedSources(db: Kysely<Database>, sourceIds: readonly string[]): Promise<Map<string, string>> {
  const counted = new Map<string, string>()
  for (const [id, { name, url, licence }] of await findSources(db, [...new Set(sourceIds)])) {
    counted.set(id, await upsertSource(db, { name: `Counted in this catalogue (${name})`, url, licence, retrievedAt: null }))
  }
  return counted
}
