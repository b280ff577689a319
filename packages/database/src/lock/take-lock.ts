import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isHeld } from './is-held.js'
import { createLockRecord, readLockRecord, type LockRecord } from './lock-record.js'
import { takeOver } from './take-over.js'
import { tryLink } from './try-link.js'

interface Lock {
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

function createLock(file: string, record: LockRecord): Lock {
  return {
    record,
    async release() {
      if ((await readLockRecord(file))?.token === record.token) await rm(file, { force: true })
    },
  }
}
