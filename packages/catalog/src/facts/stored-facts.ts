import type { Database } from '@linernotes/database'
import type { Kysely, Selectable } from 'kysely'
import { createEvidence, type Evidence, type EvidenceValue, type Source } from '../evidence.js'

/** Stored facts of subjects, by subject: relations, attributes, and what was proved by counting. */
export async function findStoredFacts(db: Kysely<Database>, subjectIds: readonly string[]): Promise<Map<string, Selectable<Database['facts']>[]>> {
  const facts = new Map<string, Selectable<Database['facts']>[]>()
  if (subjectIds.length === 0) return facts
  const rows = await db
    .selectFrom('facts')
    .selectAll()
    .where('subject_id', 'in', [...new Set(subjectIds)])
    .orderBy('id')
    .execute()
  for (const row of rows) facts.set(row.subject_id, [...(facts.get(row.subject_id) ?? []), row])
  return facts
}

export function storedFact(row: Selectable<Database['facts']>, subject: string, source: Source): Evidence {
  return createEvidence({
    kind: 'catalog',
    property: row.property,
    subjectId: row.subject_id,
    subject,
    statement: row.statement,
    values: row.values as Record<string, EvidenceValue>,
    source,
    query: row.query,
    computedAt: row.computed_at.toISOString(),
  })
}
