import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'

/** Who owns a data directory, as `lock.json` says it. */
export interface LockRecord {
  readonly pid: number
  /** ISO 8601 */
  readonly startedAt: string
  readonly host: string
  /** Linux: names this run of the kernel; null elsewhere. */
  readonly bootId: string | null
  /** Linux: when the process started, in clock ticks since boot, so that a recycled pid is not mistaken for the owner; null elsewhere. */
  readonly processStart: string | null
  /** No two owners ever have the same. */
  readonly token: string
  /** Path of the owner's socket; a relative one is inside the data directory. */
  readonly socket: string
}

export function createLockRecord(socket: string): LockRecord {
  return {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    host: hostname(),
    bootId: readBootId(),
    processStart: readProcessStart(process.pid),
    token: randomUUID(),
    socket,
  }
}

/** null where there is no such file. A file that cannot be understood (power was lost while it was written) is a record of nobody. */
export async function readLockRecord(file: string): Promise<LockRecord | null> {
  try {
    const { ino } = await stat(file)
    return parseRecord(await readFile(file, 'utf8')) ?? createUnreadableRecord(ino)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

export function readBootId(): string | null {
  return readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? null
}

/** Field 22 of /proc/PID/stat; the process's name before it may hold spaces and brackets. */
export function readProcessStart(pid: number): string | null {
  const text = readProc(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function readProc(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parseRecord(text: string): LockRecord | null {
  try {
    const record = JSON.parse(text) as Partial<LockRecord>
    const whole = Number.isInteger(record.pid) && [record.startedAt, record.host, record.token, record.socket].every((value) => typeof value === 'string')
    return whole ? ({ bootId: null, processStart: null, ...record } as LockRecord) : null
  } catch {
    return null
  }
}

function createUnreadableRecord(inode: number): LockRecord {
  return { pid: 0, startedAt: '', host: hostname(), bootId: 'unreadable', processStart: null, token: `unreadable-${inode}`, socket: 'database.sock' }
}
