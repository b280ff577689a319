import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { DatabaseError } from '../database-error.js'
import type { Database } from '../database.js'
import { migrateToLatest } from '../migrate.js'
import { serveSessions } from '../socket/serve-sessions.js'
import { connectEngine, type ConnectedEngine } from './connect-engine.js'
import type { SessionQueue } from './session-queue.js'
import { openWorkerEngine } from './worker-engine.js'

export interface OpenedDatabase extends AsyncDisposable {
  readonly db: Kysely<Database>
}

export interface OwnedDatabase extends OpenedDatabase {
  /** How many processes share it now. */
  guests(): number
  /** Waits until those that share it have gone, and lets nobody else in; an aborted signal ends the waiting. */
  drain(signal: AbortSignal | undefined): Promise<void>
}

/** Opens the database of a locked data directory, brings it to the latest schema, and shares it on the socket. */
export async function ownEmbedded(dataDirectory: string, socketPath: string, signal?: AbortSignal): Promise<OwnedDatabase> {
  const opening = Promise.withResolvers<SessionQueue>()
  opening.promise.catch(() => {}) // Clients that wait at the socket hear of it; there may be none.
  const server = await serveSessions(socketPath, opening.promise)
  try {
    const connected = await openMigrated(join(dataDirectory, 'pgdata'), signal)
    opening.resolve(connected.queue)
    return {
      db: connected.db,
      guests: server.guests,
      drain: (stop) => server.drain(stop),
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]()
        await connected[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    opening.reject(error)
    await server[Symbol.asyncDispose]()
    throw error
  }
}

async function openMigrated(directory: string, signal?: AbortSignal): Promise<ConnectedEngine> {
  const engine = await openWorkerEngine(directory, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw explainUnusable(directory, error)
  })
  const connected = connectEngine(engine)
  try {
    await migrateToLatest(connected.db)
    return connected
  } catch (error) {
    await connected[Symbol.asyncDispose]()
    throw error
  }
}

function explainUnusable(directory: string, cause: unknown): DatabaseError {
  const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : 'PGlite stopped'
  const message = `The embedded database in ${directory} cannot be opened (${reason}). Restore that directory from a backup, or move it away to start afresh.`
  return new DatabaseError('DATA_DIRECTORY_UNUSABLE', message, { cause })
}
