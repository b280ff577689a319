import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@linernotes/database'
import { BudgetExhausted, type NarrativeBudget } from '@linernotes/narratives'
import { sql, type Kysely } from 'kysely'
import { actualCost, worstCase } from './worst-case.js'

/** Longer than any provider may take; whoever holds room for longer is dead. */
const reservationMs = 10 * 60_000
const pollMs = 200

/**
 * The budget of a run, shared by all processes that work on it. The worst case of an attempt is held back before a model is asked, in one statement that also checks
 * the limit, and replaced by what it cost afterwards. What a killed process held back stays so.
 */
export function runBudget(db: Kysely<Database>, run: string, signal: AbortSignal): NarrativeBudget {
  return {
    async reserve(attempt) {
      const worst = worstCase(attempt)
      const id = `res_${randomUUID()}`
      for (;;) {
        signal.throwIfAborted()
        const outcome = await tryReserve(db, run, id, worst.tokens, worst.microUsd ?? 0)
        if (outcome.limitsMoney && worst.microUsd === null) {
          await settle(db, run, id, 0, 0)
          throw new BudgetExhausted(`a limit of money cannot be kept: ${attempt.key} has no prices in linernotes.config.ts (narratives.${attempt.key}.prices)`)
        }
        if (outcome.reserved) break
        // What others hold back at its worst mostly comes out lower.
        if (!outcome.othersHold) throw new BudgetExhausted()
        await sleep(pollMs, undefined, { signal })
      }
      return {
        settle: async (usage) => {
          const { tokens, microUsd } = actualCost(attempt, usage)
          await settle(db, run, id, tokens, microUsd ?? worst.microUsd ?? 0)
        },
      }
    },
  }
}

interface ReserveOutcome {
  readonly reserved: boolean
  readonly limitsMoney: boolean
  readonly othersHold: boolean
}

async function tryReserve(db: Kysely<Database>, run: string, id: string, tokens: number, microUsd: number): Promise<ReserveOutcome> {
  // The update locks the row and checks the limit on what is true then: two processes cannot both take the last room.
  const { rows } = await sql<ReserveOutcome>`
    with room as (
      update narrative_runs set reserved_tokens = reserved_tokens + ${tokens}, reserved_micro_usd = reserved_micro_usd + ${microUsd}
      where id = ${run} and (budget_tokens is null or spent_tokens + reserved_tokens + ${tokens} <= budget_tokens)
        and (budget_micro_usd is null or spent_micro_usd + reserved_micro_usd + ${microUsd} <= budget_micro_usd)
      returning id),
    held as (
      insert into narrative_reservations (id, run_id, tokens, micro_usd, until)
      select ${id}, id, ${tokens}, ${microUsd}, now() + ${reservationMs}::int * interval '1 millisecond' from room returning id)
    select exists (select from held) as reserved, budget_micro_usd is not null as "limitsMoney",
      exists (select from narrative_reservations where run_id = ${run} and until > now()) as "othersHold"
    from narrative_runs where id = ${run}`.execute(db)
  return rows[0] ?? { reserved: false, limitsMoney: false, othersHold: false }
}

async function settle(db: Kysely<Database>, run: string, id: string, tokens: number, microUsd: number): Promise<void> {
  await sql`
    with held as (delete from narrative_reservations where id = ${id} returning tokens, micro_usd)
    update narrative_runs set reserved_tokens = reserved_tokens - held.tokens, spent_tokens = spent_tokens + ${tokens},
      reserved_micro_usd = reserved_micro_usd - held.micro_usd, spent_micro_usd = spent_micro_usd + ${microUsd}
    from held where narrative_runs.id = ${run}`.execute(db)
}
