import type { Kysely } from 'kysely'
import type { Database } from './database.js'
import { openEmbedded } from './embedded/open-embedded.js'
import { migrateToLatest } from './migrate.js'
import { openServed } from './served/open-served.js'

export interface OpenDatabaseOptions {
  /** A PostgreSQL server, postgres://user:password@host:5432/database. Without one the database is embedded. */
  readonly url?: string | undefined
  /** Where the embedded database lives. */
  readonly dataDirectory: string
  /**
   * 'own' insists on the data directory; 'share' joins the process that has it open, and owns it if nobody does. Disposal in mode 'own' cuts those that joined off;
   * in mode 'share' it waits until they have gone.
   */
  readonly mode: 'own' | 'share'
  /** Calls the opening off, and at disposal the waiting for others. */
  readonly signal?: AbortSignal
}

export interface DatabaseHandle extends AsyncDisposable {
  readonly db: Kysely<Database>
  readonly kind: 'embedded' | 'served'
  /** Whether this process has the data directory; of a server nobody has it. */
  readonly owned: boolean
  /** How many other processes use the data directory through this one now. */
  guests(): number
}

/** Opens the database at its latest schema. Throws DatabaseError, whose message is one line with the remedy, or the signal's reason. */
export async function openDatabase({ url, dataDirectory, mode, signal }: OpenDatabaseOptions): Promise<DatabaseHandle> {
  signal?.throwIfAborted()
  return url ? openServer(url) : { ...(await openEmbedded(dataDirectory, mode, signal)), kind: 'embedded' }
}

async function openServer(url: string): Promise<DatabaseHandle> {
  const db = await openServed(url)
  try {
    await migrateToLatest(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { db, kind: 'served', owned: false, guests: () => 0, [Symbol.asyncDispose]: () => db.destroy() }
}
