import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { DatabaseError } from '../database-error.js'
import type { Database } from '../database.js'
import { makeDirectory } from '../make-directory.js'
import type { LockRecord } from '../lock/lock-record.js'
import { takeLock } from '../lock/take-lock.js'
import { chooseSocket } from '../socket/choose-socket.js'
import { connectSessions } from '../socket/connect-sessions.js'
import { ownEmbedded, type OpenedDatabase } from './own-embedded.js'
import { createSessionPool } from './session-pool.js'

/** The owner may still be creating its database: a first start takes 15 s on a slow machine. */
const shareMs = 120_000
const retryMs = 100

export interface EmbeddedDatabase extends OpenedDatabase {
  readonly owned: boolean
  guests(): number
}

/** Opens the embedded database, or, in mode 'share', joins the process that has it open. */
export async function openEmbedded(directory: string, mode: 'own' | 'share', signal?: AbortSignal): Promise<EmbeddedDatabase> {
  const dataDirectory = resolve(directory)
  const deadline = AbortSignal.any([AbortSignal.timeout(shareMs), ...(signal ? [signal] : [])])
  for (;;) {
    signal?.throwIfAborted()
    const { owned, holder } = await tryOwn(dataDirectory, mode, signal)
    if (owned) return owned
    if (mode === 'own' || deadline.aborted) throw explainLocked(dataDirectory, holder)
    const shared = await tryShare(resolve(dataDirectory, holder.socket), deadline).catch((error: unknown) => {
      throw deadline.aborted && !signal?.aborted ? explainLocked(dataDirectory, holder) : error
    })
    if (shared) return shared
    await setTimeout(retryMs)
  }
}

type Ownership = { readonly owned: EmbeddedDatabase; readonly holder: null } | { readonly owned: null; readonly holder: LockRecord }

async function tryOwn(dataDirectory: string, mode: 'own' | 'share', signal?: AbortSignal): Promise<Ownership> {
  const socket = await prepare(dataDirectory, () => chooseSocket(dataDirectory))
  const { lock, holder } = await prepare(dataDirectory, () => takeLock(dataDirectory, socket.recorded))
  if (lock === null) {
    if (resolve(dataDirectory, holder.socket) !== socket.path) await socket.remove()
    return { owned: null, holder }
  }
  const release = async () => {
    await socket.remove()
    await lock.release()
  }
  try {
    const opened = await ownEmbedded(dataDirectory, socket.path, signal)
    const dispose = async () => {
      // Two commands side by side: the one that came first does not pull the database from under the other.
      if (mode === 'share') await opened.drain(signal)
      await opened[Symbol.asyncDispose]()
      await release()
    }
    return { owned: { db: opened.db, owned: true, guests: opened.guests, [Symbol.asyncDispose]: dispose }, holder: null }
  } catch (error) {
    await release()
    throw error
  }
}

async function tryShare(path: string, signal: AbortSignal): Promise<EmbeddedDatabase | null> {
  const connection = await connectSessions(path, signal)
  if (connection === null) return null
  const pool = createSessionPool(
    () => connection.openSession(),
    async () => {},
  )
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const dispose = async () => {
    await db.destroy()
    await connection[Symbol.asyncDispose]()
  }
  return { db, owned: false, guests: () => 0, [Symbol.asyncDispose]: dispose }
}

async function prepare<T>(dataDirectory: string, act: () => Promise<T>): Promise<T> {
  try {
    await makeDirectory(dataDirectory)
    return await act()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    const message = `The data directory ${dataDirectory} cannot be written (${reason}). Make it writable, or set LINERNOTES_DATA_DIR to another one.`
    throw new DatabaseError('DATA_DIRECTORY_UNUSABLE', message, { cause })
  }
}

function explainLocked(dataDirectory: string, { pid, host, startedAt }: LockRecord): DatabaseError {
  const message =
    `The data directory ${dataDirectory} is in use by process ${pid} on ${host} since ${startedAt}. Stop that process, or set LINERNOTES_DATA_DIR to another directory. ` +
    `If ${host} no longer runs it, delete ${join(dataDirectory, 'lock.json')}.`
  return new DatabaseError('DATA_DIRECTORY_LOCKED', message)
}
