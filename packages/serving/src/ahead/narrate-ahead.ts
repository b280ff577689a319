import { setTimeout as sleep } from 'node:timers/promises'
import { openNarrateQueue, type NarrateQueue } from '../jobs/narrate-queue.js'
import type { NarrateContext } from '../narrate-items.js'
import type { RunLimits, RunProgress, RunSpec } from './run.js'
import { beginRun, countListeners, findOpenListeners, findRun, finishRun, readProgress } from './run.queries.js'
import { workJobs } from './work-jobs.js'

/** Lists that may wait at once: enough for many workers, little enough that a run of millions of listeners does not fill the database with jobs. */
const window = 200
const lookMs = 500

export interface AheadContext extends NarrateContext {
  readonly log: (event: string, data?: object) => void
}

export interface AheadOptions {
  readonly limits: RunLimits
  /** Lists that this process writes side by side; 0: other processes do it all. */
  readonly workers: number
  readonly onProgress: (run: RunProgress) => void
}

/**
 * Writes narratives ahead, with the workers of this process and of any other. The same call goes on where an earlier one was stopped or killed. Rejects with the
 * reason of the signal; lists that are begun then are given back.
 */
export async function narrateAhead(context: AheadContext, spec: RunSpec, options: AheadOptions): Promise<RunProgress> {
  const { db, signal, now, log } = context
  const id = await beginRun(db, spec, options.limits, now())
  await using queue = await openNarrateQueue(db, log)
  let over = false
  let failure: { readonly error: unknown } | null = null
  const working = workJobs(context, queue, { workers: options.workers, isOver: () => over }).catch((error: unknown) => {
    failure = { error }
  })
  const check = (): void => {
    signal.throwIfAborted()
    if (failure !== null) throw failure.error
  }
  try {
    return await feed(context, queue, id, options.onProgress, check)
  } finally {
    over = true
    // They give back what they have begun.
    await working
  }
}

/** Keeps the queue filled, but not more, until every list is written or the run is stopped. */
async function feed(
  { db, signal, now }: AheadContext,
  queue: NarrateQueue,
  id: string,
  onProgress: AheadOptions['onProgress'],
  check: () => void,
): Promise<RunProgress> {
  let [after, added] = ['', 0]
  let total: number | null = null
  for (;;) {
    check()
    const run = await findRun(db, id)
    if (run === null) throw new Error('narrate: the run was begun anew by another process; the same command again joins it')
    total ??= await countListeners(db, run.spec)
    const progress = await readProgress(db, run, total)
    const { done } = progress.listeners
    onProgress(progress)
    if (run.stopped !== null || run.finished) return progress
    if (done >= total) {
      await finishRun(db, id, now())
      return { ...progress, finished: true }
    }
    // Refilled when half of it is gone: few large batches rather than many small ones.
    const room = window - Math.max(0, added - done)
    if (added === 0 || room >= window / 2) {
      const open = await findOpenListeners(db, run, { after, first: room })
      await queue.add(open.map((listener) => ({ runId: id, listenerId: listener.id })))
      added = Math.max(added, done) + open.length
      after = open.at(-1)?.externalId ?? ''
      // The last ones: from the top again, for jobs that were lost. What waits or is being done is not added twice.
      if (open.length === 0) added = 0
    }
    await queue.revive()
    await sleep(lookMs, undefined, { signal }).catch(() => undefined)
  }
}
