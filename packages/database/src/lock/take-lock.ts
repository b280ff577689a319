import { link, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isHeld } from './is-held.js'
import { createLockRecord, readLockRecord, type LockRecord } from './lock-record.js'

export interface Lock {
  readonly record: LockRecord
  /** Removes the lock file, if it is still this one. */
  release(): Promise<void>
}
/** Either the lock, or who has it. */
export type LockAttempt = { readonly lock: Lock; readonly holder: null } | { readonly lock: null; readonly holder: LockRecord }

/** Takes `lock.json` in a directory. Of any number of processes that try at once exactly one gets it; the lock of a dead process is taken over. */
export async function takeLock(directory: string, socket: string): Promise<LockAttempt> {
  const record = createLockRecord(socket)
  const file = join(directory, 'lock.json')
  const candidate = join(directory, `lock.${record.token}.json`)
  await writeFile(candidate, `${JSON.stringify(record, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
  try {
    for (;;) {
      if (await tryLink(candidate, file)) return { lock: createLock(file, record), holder: null }
      const found = await readLockRecord(file)
      if (found === null) continue
      if (await isHeld(directory, found, Date.now())) return { lock: null, holder: found }
      const rival = await takeOver(directory, found, candidate)
      if (rival) return { lock: null, holder: rival }
      if ((await readLockRecord(file))?.token === record.token) return { lock: createLock(file, record), holder: null }
    }
  } finally {
    await rm(candidate, { force: true })
  }
}

/**
 * Replaces the lock of a dead owner. Who may do that is decided by a hard link named after the dead owner's token, which only one process can make; should that one
 * die too, by a link named after its token, and so on. `lock.json` exists throughout, so that no newcomer slips in. Returns the living process that was first.
 */
async function takeOver(directory: string, dead: LockRecord, candidate: string): Promise<LockRecord | null> {
  const file = join(directory, 'lock.json')
  const claims: string[] = []
  for (let token = dead.token; ;) {
    const claim = join(directory, `lock.after-${token}.json`)
    claims.push(claim)
    if (await tryLink(candidate, claim)) break
    const rival = await readLockRecord(claim)
    if (rival === null) return null
    if (await isHeld(directory, rival, Date.now())) return rival
    token = rival.token
  }
  // A late claim may be for a lock that has been replaced meanwhile: then there is nothing to take over any more.
  if ((await readLockRecord(file))?.token === dead.token) await rename(candidate, file)
  for (const claim of claims) await rm(claim, { force: true })
  return null
}

function createLock(file: string, record: LockRecord): Lock {
  return {
    record,
    async release() {
      if ((await readLockRecord(file))?.token === record.token) await rm(file, { force: true })
    },
  }
}

/** A hard link is whole from its first moment, and fails where the name is taken. */
async function tryLink(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
