import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import path from 'node:path'
import { workerData } from 'node:worker_threads'

/** What the thread that watches is told. Times in milliseconds. */
export interface WatchWork {
  /** The main thread adds one to the first as often as it gets round; the second is what it had computed by then, in milliseconds. */
  readonly beat: Int32Array
  readonly everyMs: number
  readonly blockedMs: number
  /** Where a plugin that blocked is noted; null: nowhere. */
  readonly notes: string | null
  readonly format: 'json' | 'line'
}

/** What the main thread says of itself in the middle of its work. */
interface Sight {
  readonly provider: string | null
  readonly stack: string
  /** What it has computed, in microseconds. */
  readonly cpu: { readonly user: number; readonly system: number }
}

/** On a crowded machine a thread may be late without having done much: so many looks later that is no excuse. */
const patience = 6

const { beat, everyMs, blockedMs, notes, format } = workerData as WatchWork
const expression =
  "JSON.stringify({ provider: globalThis[Symbol.for('liner-notes.running-plugin')](), stack: new Error('').stack, cpu: process.threadCpuUsage() })"
let last = -1
let missed = 0

// Counted in turns of this thread, not by the clock: a machine that slept, or a process that was stopped, blocks nobody.
setInterval(() => {
  const now = Atomics.load(beat, 0)
  missed = now === last ? missed + 1 : 0
  last = now
  const looks = missed / Math.ceil(blockedMs / everyMs)
  if (looks > 0 && Number.isInteger(looks)) look(looks)
}, everyMs)

/** The debugger's door opens even in the middle of an endless loop: what it evaluates there sees the stack, and whose work it is. */
function look(looks: number): void {
  const session = new Session()
  session.connectToMainThread()
  session.post('Runtime.evaluate', { expression, returnByValue: true }, (error, answer) => {
    const value: unknown = answer?.result?.value
    if (error !== null || typeof value !== 'string' || Atomics.load(beat, 0) !== last) {
      session.disconnect()
      return
    }
    const sight = JSON.parse(value) as Sight
    const computedMs = (sight.cpu.user + sight.cpu.system) / 1000 - Atomics.load(beat, 1)
    if (computedMs < blockedMs / 2 && looks < patience) {
      session.disconnect()
      return
    }
    const place = placeOf(sight.stack)
    const seconds = (blockedMs * looks) / 1000
    if (sight.provider === null) {
      // A command that works hard is what its reader waits for.
      if (format === 'json') say(40, null, `The process has been busy for ${seconds} s without letting anybody else in, ${place}.`)
      session.disconnect()
      return
    }
    if (notes !== null) note(notes, sight.provider)
    say(60, sight.provider, `${sight.provider} has kept the process busy for ${seconds} s without letting anybody else in, ${place}. ${remedy(sight.provider)}`)
    session.post('Runtime.evaluate', { expression: 'process.exit(1)' })
  })
}

function remedy(provider: string): string {
  const later = notes === null ? '' : ` Whoever starts it again finds ${provider} left alone for ten minutes.`
  return `Nothing but the end of the process stops such a loop: it ends now, with exit code 1.${later} Mend the loop, or take ${provider} out of linernotes.config.ts.`
}

/** The uppermost line that is neither of the debugger nor of the runtime. */
function placeOf(stack: string): string {
  const lines = stack.split('\n').map((line) => line.trim())
  return lines.find((line) => line.startsWith('at ') && !/<anonymous>|node:/u.test(line)) ?? 'at a place without a name'
}

function note(directory: string, provider: string): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, provider), `${new Date().toISOString()}\n`)
}

/** Past the main thread, which carries nobody's words. */
function say(level: number, provider: string | null, msg: string): void {
  writeSync(2, format === 'line' ? `${msg}\n` : `${JSON.stringify({ level, time: Date.now(), provider, msg })}\n`)
}
