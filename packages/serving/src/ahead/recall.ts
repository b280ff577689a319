import {
  countRegenerated,
  recallNarratives,
  type Brief,
  type Recall,
  type RecallCriteria,
  type RecalledNarrative,
  type StoredBrief,
} from '@linernotes/narratives'
import { findEvidence } from '../evidence.queries.js'
import type { NarrateContext } from '../narrate-items.js'

export interface RecallRequest {
  readonly criteria: RecallCriteria
  readonly by: string
  readonly reason: string
  /** `total` counts places: several texts of one brief are replaced by one. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
}

export interface RecallReport extends Recall {
  readonly narratives: readonly { readonly id: string; readonly itemId: string; readonly text: string }[]
  /** Places for which nobody could write another text; they are tried again when somebody asks. */
  readonly open: number
}

type Context = Pick<NarrateContext, 'db' | 'narrator' | 'now' | 'signal'>

/**
 * Withdraws texts at once: no process serves them any more when the first statement is done. Then other texts are written in their place, from the same briefs and by
 * the same order of providers. When that is broken off, the texts stay withdrawn, and the rest is written when somebody asks.
 */
export async function recallAndRegenerate(context: Context, { criteria, by, reason, onProgress }: RecallRequest): Promise<RecallReport> {
  const { db, now, signal } = context
  const { recall, narratives } = await recallNarratives(db, { criteria, by, reason, now: now() })
  const places = new Map(narratives.map((entry) => [`${entry.briefKey} ${entry.asked}`, entry]))
  let [done, regenerated] = [0, 0]
  for (const entry of places.values()) {
    onProgress({ done, total: places.size })
    signal.throwIfAborted()
    if (await writeAnother(context, entry)) {
      regenerated += 1
      await countRegenerated(db, recall.id)
    }
    done += 1
  }
  return {
    ...recall,
    regenerated,
    open: places.size - regenerated,
    narratives: narratives.map(({ narrative: { id, itemId, text } }) => ({ id, itemId, text })),
  }
}

async function writeAnother({ db, narrator, signal }: Context, { brief, asked }: RecalledNarrative): Promise<boolean> {
  const whole = brief === null ? null : await readBrief(db, brief)
  if (whole === null) return false
  const [result] = await narrator.narrateList([whole], { provider: asked === '' ? null : asked, cache: 'fresh', ahead: true, signal })
  return result?.type === 'narrative'
}

/** null: some of its evidence is not there any more. */
async function readBrief(db: NarrateContext['db'], stored: StoredBrief): Promise<Brief | null> {
  const known = await findEvidence(db, [...stored.evidence, ...stored.passages])
  const evidence = stored.evidence.flatMap((id) => known.get(id) ?? [])
  const passages = stored.passages.flatMap((id) => known.get(id) ?? [])
  return evidence.length === stored.evidence.length && passages.length === stored.passages.length ? { ...stored, evidence, passages } : null
}
