import type { Kysely } from 'kysely'
import type { Database } from '../database.js'
import { openDatabase } from '../open-database.js'
import { createEmbeddedDatabase } from '../testing/create-test-database.js'
import { createServedDatabase } from '../testing/served-database.js'
import { createDatabaseDirectory } from './create-directory.js'

export interface Connection {
  readonly name: string
  open(): Promise<{ readonly db: Kysely<Database> } & AsyncDisposable>
}

/** Every way to the database: what holds on one holds on all. The server joins where DATABASE_URL names one. */
export function connections(): readonly Connection[] {
  const url = process.env['DATABASE_URL']
  const embedded: Connection[] = [
    { name: 'in this thread', open: createEmbeddedDatabase },
    { name: 'in a worker', open: () => openEmbedded('own') },
    { name: 'through a socket', open: () => openEmbedded('share') },
  ]
  return url ? [...embedded, { name: 'on a server', open: () => createServedDatabase(url) }] : embedded
}

async function openEmbedded(mode: 'own' | 'share'): Promise<{ readonly db: Kysely<Database> } & AsyncDisposable> {
  await using resources = new AsyncDisposableStack()
  const directory = resources.use(await createDatabaseDirectory())
  const owner = resources.use(await openDatabase({ dataDirectory: directory.path, mode: 'own' }))
  const { db } = mode === 'own' ? owner : resources.use(await openDatabase({ dataDirectory: directory.path, mode }))
  const kept = resources.move()
  return { db, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
