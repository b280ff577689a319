import { Kysely, PostgresDialect } from 'kysely'
import type { Database } from '../database.js'
import type { Engine } from './engine.js'
import { createSessionPool } from './session-pool.js'
import { SessionQueue } from './session-queue.js'

export interface ConnectedEngine extends AsyncDisposable {
  readonly db: Kysely<Database>
  readonly queue: SessionQueue
}

/** Kysely on an engine in this process. Disposal closes the engine. `idleMs`: see SessionQueue. */
export function connectEngine(engine: Engine, options: { readonly idleMs: number } = { idleMs: 60_000 }): ConnectedEngine {
  const queue = new SessionQueue(engine, options)
  const close = () => engine.close()
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: createSessionPool(() => queue.openSession(), close) }) })
  return {
    db,
    queue,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await close()
    },
  }
}
