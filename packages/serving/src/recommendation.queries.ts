import type { Database } from '@linernotes/database'
import { restoreReceipt, type Basis, type Reason, type ReasonCode } from '@linernotes/recommendations'
import type { Kysely, Selectable } from 'kysely'
import { findEvidence, saveEvidence } from './evidence.queries.js'
import { evidenceOf, type Recommendation } from './recommendation.js'

interface StoredReason {
  readonly code: ReasonCode
  readonly weight: number
  readonly evidenceIds: readonly string[]
  /** Left out of what was issued before there were receipts. */
  readonly basis?: Basis
}

/** Keeps issued recommendations with their evidence: two statements, however long the list. */
export async function saveRecommendations(db: Kysely<Database>, recommendations: readonly Recommendation[]): Promise<void> {
  if (recommendations.length === 0) return
  await saveEvidence(db, evidenceOf(recommendations))
  await db
    .insertInto('recommendations')
    .values(
      recommendations.map((recommendation) => ({
        id: recommendation.id,
        listener_id: recommendation.listenerId,
        item_id: recommendation.itemId,
        item_kind: recommendation.kind,
        recipe: recommendation.recipe,
        rank: recommendation.rank,
        score: recommendation.score,
        novelty: recommendation.novelty,
        reasons: JSON.stringify(recommendation.reasons.map(stored)),
        model_version: recommendation.modelVersion,
        data_version: recommendation.dataVersion,
        issued_at: recommendation.issuedAt,
        receipt: recommendation.receipt?.signature ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

function stored(reason: Reason): StoredReason {
  return { code: reason.code, weight: reason.weight, evidenceIds: reason.evidence.map((evidence) => evidence.id), basis: reason.basis }
}

/** Issued recommendations by id, with their evidence. Ids that were never issued are absent. */
export async function findRecommendations(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Recommendation>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('recommendations')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const evidence = await findEvidence(
    db,
    rows.flatMap((row) => reasonsOf(row).flatMap((reason) => reason.evidenceIds)),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        listenerId: row.listener_id,
        itemId: row.item_id,
        kind: row.item_kind,
        recipe: row.recipe,
        rank: row.rank,
        score: row.score,
        novelty: row.novelty,
        reasons: reasonsOf(row).map(({ code, weight, evidenceIds, basis = {} }) => ({
          code,
          weight,
          evidence: evidenceIds.flatMap((id) => evidence.get(id) ?? []),
          basis,
        })),
        remainder: Math.max(0, 1 - reasonsOf(row).reduce((sum, { weight }) => sum + weight, 0)),
        facts: null,
        modelVersion: row.model_version,
        dataVersion: row.data_version,
        issuedAt: row.issued_at,
        receipt: row.receipt === null ? null : restoreReceipt(row.receipt),
        counterfactuals: null,
      },
    ]),
  )
}

function reasonsOf(row: Selectable<Database['recommendations']>): readonly StoredReason[] {
  return row.reasons as readonly StoredReason[]
}
