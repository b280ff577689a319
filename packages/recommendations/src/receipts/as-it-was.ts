import { wasDeletedSince, type Database } from '@linernotes/database'
import { readTaste } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import { indexingAudience } from '../model/audience-index.js'
import { digestingPlays } from '../model/digest-plays.js'
import { inTurns } from '../model/in-turns.js'
import { readPlays } from '../model/read-rows.js'
import { neighboursIn, type Snapshot } from '../model/snapshot.js'
import type { RecommendContext } from '../recommend.js'
import type { AsOf } from '../recommend-input.js'

/** The last one that was read back, by the snapshot that it shares the catalogue with: the receipts of a file are mostly of one moment. */
const lastOf = new WeakMap<Snapshot['catalogue'], Snapshot>()

/** The snapshot with the audience as it was when the log of listens went up to `through`. */
async function snapshotThrough(db: Kysely<Database>, now: Snapshot, through: number): Promise<Snapshot> {
  const last = lastOf.get(now.catalogue)
  if (last?.version.position === through) return { ...last, trained: now.trained }
  const plays = await readPlays(db, through)
  const audience = await inTurns(indexingAudience({ plays }, now.catalogue))
  const snapshot = {
    ...now,
    version: { ...now.version, position: through },
    playsDigest: await inTurns(digestingPlays(plays)),
    audience,
    neighboursOf: neighboursIn(audience),
  }
  lastOf.set(now.catalogue, snapshot)
  return snapshot
}

/** The context as it was: others' plays, and the listener's own history and feedback, up to where they had been read. The catalogue is the one that there is now. */
export async function asItWas(context: RecommendContext, { audience, listener }: AsOf): Promise<RecommendContext> {
  const { db, model } = context
  const snapshot = model.snapshot.playsDigest === audience.digest ? model.snapshot : await snapshotThrough(db, model.snapshot, audience.through)
  const through = listener === null ? {} : { through: listener }
  return {
    ...context,
    model: { snapshot, refresh: async () => false, keepFresh: async () => {}, [Symbol.dispose]: () => {} },
    readTaste: async (from, listenerId, options) => await readTaste(from, listenerId, { ...options, ...through }),
  }
}

/** Whether listens were deleted since. */
export const isDeletedSince = async (db: Kysely<Database>, { audience, listener }: AsOf): Promise<boolean> =>
  await wasDeletedSince(db, Math.min(audience.through, listener?.listens ?? audience.through))
