import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeFailure } from './model-file-error.js'

const heartbeatMs = 2_000
const staleAfterMs = 20_000
const pollMs = 100

export interface FileLockOptions {
  readonly signal: AbortSignal
  /** Called once when somebody else holds it. */
  readonly onWait?: () => void
}

/**
 * Holds `path` until disposed, over processes and within one. A lock whose process is gone from this host, or whose heartbeat stopped for
 * 20 seconds as seen by the waiter's own clock, is taken over.
 */
export async function lockFile(path: string, { signal, onWait }: FileLockOptions): Promise<AsyncDisposable> {
  const token = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() })
  let seen = ''
  let waitedMs = 0
  for (let turn = 0; ; turn++) {
    signal.throwIfAborted()
    if (await claim(path, token)) break
    if (turn === 0) onWait?.()
    const holder = await observe(path)
    waitedMs = holder.beat === seen ? waitedMs + pollMs : 0
    seen = holder.beat
    if (holder.gone || waitedMs >= staleAfterMs) await takeAway(path, holder.content)
    else await sleep(pollMs, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
  const heartbeat = setInterval(() => {
    const time = new Date()
    utimes(path, time, time).catch(() => clearInterval(heartbeat))
  }, heartbeatMs)
  heartbeat.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      if ((await readText(path)) === token) await rm(path, { force: true })
    },
  }
}

async function claim(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw writeFailure(error, path)
  }
}

async function observe(path: string): Promise<{ content: string; beat: string; gone: boolean }> {
  const [content, status] = await Promise.all([readText(path), stat(path).catch(() => null)])
  const holder = /"pid":(\d+),"host":"([^"]*)"/.exec(content)
  return { content, beat: `${content}${status?.mtimeMs ?? ''}`, gone: holder?.[2] === hostname() && !isAlive(Number(holder[1])) }
}

/** By renaming, so that of two waiters one wins; a fresh lock that was caught by mistake goes back. */
async function takeAway(path: string, content: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const caught = await readText(aside)
  if (caught !== content) await writeFile(path, caught, { flag: 'wx' }).catch(() => undefined)
  await rm(aside, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}
