import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isHeld } from './is-held.js'
import { readLockRecord, type LockRecord } from './lock-record.js'
import { tryLink } from './try-link.js'

/**
 * Replaces the lock of a dead owner. Who may do that is decided by a hard link named after the dead owner's token, which only one process can make; should that one
 * die too, by a link named after its token, and so on. `lock.json` exists throughout, so that no newcomer slips in. Returns the living process that was first.
 */
export async function takeOver(directory: string, dead: LockRecord, candidate: string): Promise<LockRecord | null> {
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
