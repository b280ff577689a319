import { setTimeout as sleep } from 'node:timers/promises'
import { BudgetExhausted } from '@linernotes/narratives'
import { openNarrateQueue, type NarrateQueue, type TakenJob } from '../jobs/narrate-queue.js'
import type { NarrateContext } from '../narrate-items.js'
import { narrateListener } from './narrate-listener.js'
import { runBudget } from './run-budget.js'
import { findRun, recordListener, stopRun } from './run.queries.js'

const pollMs = 250
const touchMs = 3_000
/** A list that fails so often is given up, and counted as failed. */
const mostTries = 3

export interface WorkOptions {
  /** Lists that are written side by side. */
  readonly workers: number
  /** Ends the work when nothing waits and it answers true. */
  readonly isOver: () => boolean
  /** A list was written, or given up. */
  readonly onList?: () => void
}

/** Takes lists from the queue and writes them, until it is over or the signal ends. Workers pull: nothing is pushed to one that is busy. */
export async function workJobs(context: NarrateContext, queue: NarrateQueue, options: WorkOptions): Promise<void> {
  await Promise.all(Array.from({ length: options.workers }, () => workAlone(context, queue, options)))
}

/** Works on the runs of other processes until the signal ends. */
export async function workForOthers(
  context: NarrateContext & { readonly log: (event: string, data?: object) => void },
  workers: number,
  onList: () => void,
): Promise<void> {
  await using queue = await openNarrateQueue(context.db, context.log)
  await workJobs(context, queue, { workers, isOver: () => false, onList })
}

async function workAlone(context: NarrateContext, queue: NarrateQueue, { isOver, onList }: WorkOptions): Promise<void> {
  const { signal } = context
  while (!signal.aborted) {
    const job = await queue.take()
    if (job === null) {
      if (isOver()) return
      await sleep(pollMs, undefined, { signal }).catch(() => undefined)
      continue
    }
    const beat = setInterval(() => void job.touch().catch(() => undefined), touchMs)
    try {
      await writeList(context, job)
      onList?.()
    } finally {
      clearInterval(beat)
    }
  }
}

async function writeList(context: NarrateContext, job: TakenJob): Promise<void> {
  const { db, now, signal } = context
  const { runId, listenerId } = job
  const run = await findRun(db, runId)
  // Somebody's run that was stopped, or ended long ago.
  if (run === null || run.finished || run.stopped !== null) return await job.complete()
  try {
    const tally = await narrateListener(context, run.spec, listenerId, runBudget(db, runId, signal))
    await recordListener(db, runId, listenerId, tally, now())
    await job.complete()
  } catch (error) {
    if (error instanceof BudgetExhausted) {
      await stopRun(db, runId, error.message)
      return await job.complete()
    }
    if (!signal.aborted && job.earlierTries + 1 >= mostTries) {
      await recordListener(db, runId, listenerId, { items: run.spec.top, written: 0, kept: 0, failed: run.spec.top }, now())
      return await job.complete()
    }
    await job.giveBack(error instanceof Error ? error.message : String(error))
  }
}
