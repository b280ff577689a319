import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { PgBoss } from 'pg-boss'
import { jobDatabase } from './job-database.js'

/** A listener's list that is to be written for a run. */
export interface NarrateJob {
  readonly runId: string
  readonly listenerId: string
}

export interface TakenJob extends NarrateJob {
  /** How often it was begun before. */
  readonly earlierTries: number
  /** Says that somebody is still at it. */
  touch(): Promise<void>
  complete(): Promise<void>
  /** Gives it back, to be taken again. */
  giveBack(reason: string): Promise<void>
}

export interface NarrateQueue extends AsyncDisposable {
  /** Adds jobs; those that wait or are being done already are not added twice. */
  add(jobs: readonly NarrateJob[]): Promise<void>
  /** null: nothing waits. */
  take(): Promise<TakenJob | null>
  /** Gives back what processes held that died: their heartbeat has stopped. */
  revive(): Promise<void>
}

const queue = 'narrate'
/** The shortest that pg-boss allows: how long the job of a killed process is thought to be in good hands. */
const heartbeatSeconds = 10
/** Nothing counts these but a job that nobody can do; see `work-jobs.ts` for when that is given up. */
const manyTries = 1_000

/** The queue of lists to be written, on pg-boss, in the database that everything else is in. */
export async function openNarrateQueue(db: Kysely<Database>, log: (event: string, data?: object) => void): Promise<NarrateQueue> {
  const boss = new PgBoss({ db: jobDatabase(db), schedule: false, supervise: false, monitorVacuum: false, reindex: false, monitorIntervalSeconds: 1 })
  boss.on('error', (error) => log('jobs-failed', { error: String(error) }))
  await boss.start()
  // 'exclusive': one job for each key, waiting or being done.
  await boss.createQueue(queue, {
    policy: 'exclusive',
    retryLimit: manyTries,
    retryDelay: 0,
    expireInSeconds: 86_400 / 2,
    heartbeatSeconds,
    deleteAfterSeconds: 3_600,
  })
  return {
    async add(jobs) {
      if (jobs.length > 0)
        await boss.insert(
          queue,
          jobs.map((job) => ({ data: job, singletonKey: `${job.runId} ${job.listenerId}` })),
        )
    },
    async take() {
      const [job] = await boss.fetch<NarrateJob>(queue, { batchSize: 1, includeMetadata: true })
      if (job === undefined) return null
      return {
        ...job.data,
        earlierTries: job.retryCount,
        touch: async () => void (await boss.touch(queue, job.id)),
        complete: async () => void (await boss.complete(queue, job.id)),
        giveBack: async (reason) => void (await boss.fail(queue, job.id, { reason })),
      }
    },
    revive: () => boss.supervise(queue),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: false, close: false }),
  }
}
