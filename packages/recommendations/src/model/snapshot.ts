import { readDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { ANONYMITY_FLOOR } from '../reason.js'
import { indexAudience, type AudienceIndex } from './audience-index.js'
import { indexCatalogue, type CatalogueIndex } from './catalogue-index.js'
import { findNeighbours, type Neighbour } from './find-neighbours.js'
import { readRows, type Rows } from './read-rows.js'
import { indexTopics, type TopicIndex } from './topic-index.js'
import type { TrainedCreators } from './trained-creators.js'

/** One state of the data, immutable, in typed arrays. */
export interface Snapshot {
  readonly version: DataVersion
  readonly catalogue: CatalogueIndex
  readonly audience: AudienceIndex
  readonly topics: TopicIndex
  /** The trained model that is in force; null: none is. */
  readonly trained: TrainedCreators | null
  /** Creators that share at least as many listeners as may be counted aloud; remembered after the first question. */
  neighboursOf(creator: number): readonly Neighbour[]
}

interface DataVersion {
  readonly catalog: number
  readonly listening: number
}

const NEIGHBOURS = 80

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Reads everything once. Between the steps other work gets its turn, so that serving goes on while a snapshot is built. */
export async function readSnapshot(db: Kysely<Database>, signal: AbortSignal): Promise<Snapshot> {
  const version = await readDataVersion(db)
  return indexSnapshot(await readRows(db, signal), version)
}

/** The snapshot of rows that were read before. */
export async function indexSnapshot(rows: Rows, version: DataVersion): Promise<Snapshot> {
  await nextTurn()
  const catalogue = indexCatalogue(rows)
  await nextTurn()
  const audience = indexAudience(rows, catalogue)
  await nextTurn()
  const topics = indexTopics(rows, catalogue)
  return {
    version,
    catalogue,
    audience,
    topics,
    trained: null,
    neighboursOf: neighboursIn(audience),
  }
}

/** Neighbours in an audience, each found when it is asked for first. */
export function neighboursIn(audience: AudienceIndex): Snapshot['neighboursOf'] {
  const known = new Map<number, readonly Neighbour[]>()
  return (creator) => {
    const neighbours = known.get(creator) ?? findNeighbours(audience, creator, ANONYMITY_FLOOR, NEIGHBOURS)
    known.set(creator, neighbours)
    return neighbours
  }
}
