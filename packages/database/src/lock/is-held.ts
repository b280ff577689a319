import { createConnection } from 'node:net'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { readBootId, readProcessStart, type LockRecord } from './lock-record.js'

const answerMs = 1_000
const startMs = 60_000

/** Whether the owner that a lock names still lives. The socket is asked first: it answers across containers, and dies with its process. */
export async function isHeld(directory: string, owner: LockRecord, now: number): Promise<boolean> {
  if (owner.pid <= 0) return false
  if (await answers(resolve(directory, owner.socket))) return true
  const bootId = readBootId()
  if (owner.host !== hostname()) return owner.bootId === null || owner.bootId !== bootId // Another machine: nobody here can tell.
  if (owner.bootId !== bootId || !isRunning(owner.pid)) return false
  const processStart = readProcessStart(owner.pid)
  // Without /proc a recycled pid cannot be told from the owner, but an owner listens soon after it took the lock.
  if (owner.processStart === null || processStart === null) return now - Date.parse(owner.startedAt) < startMs
  return owner.processStart === processStart
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function answers(path: string): Promise<boolean> {
  const { promise, resolve: settle } = Promise.withResolvers<boolean>()
  const socket = createConnection(path)
  socket.setTimeout(answerMs, () => settle(true)) // A full backlog: somebody listens, and is busy.
  socket.once('connect', () => settle(true)).once('error', () => settle(false))
  return promise.finally(() => socket.destroy())
}
