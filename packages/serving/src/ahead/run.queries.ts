import type { Database } from '@linernotes/database'
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import { runId, type Run, type RunLimits, type RunProgress, type RunSpec } from './run.js'

/** Begins a run, goes on with one that was stopped, or begins one anew that was finished. The limits are those of now; what it spent stays. */
export async function beginRun(db: Kysely<Database>, spec: RunSpec, limits: RunLimits, now: number): Promise<string> {
  const id = runId(spec)
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('narrative_runs').where('id', '=', id).where('finished_at', 'is not', null).execute()
    const budget = { budget_tokens: limits.tokens, budget_micro_usd: limits.microUsd, stopped: null }
    await transaction
      .insertInto('narrative_runs')
      .values({ id, spec: JSON.stringify(spec), started_at: new Date(now), finished_at: null, ...budget })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(budget))
      .execute()
  })
  return id
}

/** null: there is no such run. */
export async function findRun(db: Kysely<Database>, id: string): Promise<Run | null> {
  const row = await db.selectFrom('narrative_runs').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return {
    id,
    spec: row.spec as RunSpec,
    limits: { tokens: row.budget_tokens, microUsd: row.budget_micro_usd },
    spent: { tokens: row.spent_tokens, microUsd: row.spent_micro_usd },
    reserved: { tokens: row.reserved_tokens, microUsd: row.reserved_micro_usd },
    stopped: row.stopped,
    finished: row.finished_at !== null,
  }
}

/** How many listeners the run is for. */
export async function countListeners(db: Kysely<Database>, spec: RunSpec): Promise<number> {
  const { total } = await ofRun(db.selectFrom('listeners'), spec)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

const sum = (column: 'written' | 'kept' | 'failed') => sql<number>`coalesce(sum(${sql.ref(column)}), 0)`.as(column)

export async function readProgress(db: Kysely<Database>, run: Run, total: number): Promise<RunProgress> {
  const { done, written, kept, failed } = await db
    .selectFrom('narrative_run_listeners')
    .select([sql<number>`count(*)`.as('done'), sum('written'), sum('kept'), sum('failed')])
    .where('run_id', '=', run.id)
    .executeTakeFirstOrThrow()
  return { ...run, listeners: { total, done }, items: { written, kept, failed } }
}

/** Listeners of a run whose lists are not written yet, in the order of their external ids. */
export async function findOpenListeners(
  db: Kysely<Database>,
  { id, spec }: Run,
  page: { readonly after: string; readonly first: number },
): Promise<readonly { readonly id: string; readonly externalId: string }[]> {
  return await ofRun(db.selectFrom('listeners'), spec)
    .select(['id', 'external_id as externalId'])
    .where('external_id', '>', page.after)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('narrative_run_listeners').select('run_id').where('run_id', '=', id).whereRef('listener_id', '=', 'listeners.id'))),
    )
    .orderBy('external_id')
    .limit(page.first)
    .execute()
}

function ofRun<Output>(query: SelectQueryBuilder<Database, 'listeners', Output>, { listeners }: RunSpec): SelectQueryBuilder<Database, 'listeners', Output> {
  return listeners === null ? query : query.where('external_id', 'in', listeners.length === 0 ? [''] : [...listeners])
}

export interface ListenerTally {
  readonly items: number
  readonly written: number
  readonly kept: number
  readonly failed: number
}

/** Says that a listener's list is written. Texts of an earlier try that was killed count as kept. */
export async function recordListener(db: Kysely<Database>, run: string, listenerId: string, tally: ListenerTally, now: number): Promise<void> {
  await db
    .insertInto('narrative_run_listeners')
    .values({ run_id: run, listener_id: listenerId, done_at: new Date(now), ...tally })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function finishRun(db: Kysely<Database>, id: string, now: number): Promise<void> {
  await db
    .updateTable('narrative_runs')
    .set({ finished_at: new Date(now) })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

/** Ends a run before its time, for everybody who works on it. */
export async function stopRun(db: Kysely<Database>, id: string, reason: string): Promise<void> {
  await db.updateTable('narrative_runs').set({ stopped: reason }).where('id', '=', id).where('stopped', 'is', null).execute()
}
