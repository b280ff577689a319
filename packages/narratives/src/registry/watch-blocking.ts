import inspector from 'node:inspector'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WatchWork } from './blocking.worker.js'
import { notesIn } from './blocked-plugins.js'
import { runningPlugin } from './plugin-scope.js'

export interface WatchOptions {
  /** Where the plugins keep their state, and where one that blocked is noted; null: it is not. */
  readonly stateDirectory: string | null
  /** How its last words are written to stderr: as the log of a service, or for a reader. */
  readonly format: WatchWork['format']
  /** How long the process may be busy without a pause, in milliseconds. Default 10,000. */
  readonly blockedMs?: number
}

/**
 * Watches from a thread of its own that the process gets round to everybody. A plugin that does not let go, in an endless loop for example, cannot be stopped by
 * itself: it is named, noted, and the process ends with exit code 1. Work of ours that takes as long is only told. Does nothing under a debugger.
 */
export function watchBlocking({ stateDirectory, format, blockedMs = 10_000 }: WatchOptions): Disposable {
  if (inspector.url() !== undefined) return { [Symbol.dispose]: () => undefined }
  const everyMs = Math.min(250, blockedMs / 4)
  const beat = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  Object.assign(globalThis, { [Symbol.for('liner-notes.running-plugin')]: runningPlugin })
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage()
    Atomics.store(beat, 1, (user + system) / 1000)
    Atomics.add(beat, 0, 1)
  }, everyMs).unref()
  const workerData: WatchWork = { beat, everyMs, blockedMs, format, notes: stateDirectory === null ? null : notesIn(stateDirectory) }
  const worker = new Worker(new URL(`./blocking.worker${path.extname(import.meta.url)}`, import.meta.url), { workerData, execArgv: [] })
  // Without its watch the process works as well.
  worker.on('error', () => clearInterval(timer)).unref()
  return {
    [Symbol.dispose]() {
      clearInterval(timer)
      void worker.terminate()
    },
  }
}
