import { readDataState, type DataState, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { ANONYMITY_FLOOR } from '../reason.js'
import { indexingAudience, type AudienceIndex } from './audience-index.js'
import { digestingPlays } from './digest-plays.js'
import { indexingCatalogue, type CatalogueIndex } from './catalogue-index.js'
import { findNeighbours, type Neighbour } from './find-neighbours.js'
import { readRows, type Rows } from './read-rows.js'
import { inTurns } from './in-turns.js'
import { indexingTopics, type TopicIndex } from './topic-index.js'
import type { TrainedCreators } from './trained-creators.js'

/** One state of the data, immutable, in typed arrays. */
export interface Snapshot {
  readonly version: DataState
  /** Names who had played what how often: the same plays have the same digest, and nothing can be read from it. */
  readonly playsDigest: string
  readonly catalogue: CatalogueIndex
  readonly audience: AudienceIndex
  readonly topics: TopicIndex
  /** The trained model that is in force; null: none is. */
  readonly trained: TrainedCreators | null
  /** Creators that share at least as many listeners as may be counted aloud; remembered after the first question. */
  neighboursOf(creator: number): readonly Neighbour[]
}

const NEIGHBOURS = 80

/** Reads everything once. Others get their turn every few milliseconds, so that serving goes on while a snapshot is built. */
export async function readSnapshot(db: Kysely<Database>, signal: AbortSignal): Promise<Snapshot> {
  // Before the rows: what is written in between belongs to the next version.
  const version = await readDataState(db)
  return indexSnapshot(await readRows(db, version.position, signal), version)
}

/** The snapshot of rows that were read before. */
export async function indexSnapshot(rows: Rows, version: DataState): Promise<Snapshot> {
  const catalogue = await inTurns(indexingCatalogue(rows))
  const audience = await inTurns(indexingAudience(rows, catalogue))
  const topics = await inTurns(indexingTopics(rows, catalogue))
  return {
    version,
    playsDigest: await inTurns(digestingPlays(rows.plays)),
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
