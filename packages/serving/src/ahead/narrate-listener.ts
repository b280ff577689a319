import { findListener } from '@linernotes/listening'
import type { NarrativeBudget } from '@linernotes/narratives'
import { recommend } from '@linernotes/recommendations'
import { saveEvidence } from '../evidence.queries.js'
import type { NarrateContext } from '../narrate-items.js'
import { writeBriefs } from '../write-briefs.js'
import type { RunSpec } from './run.js'
import type { ListenerTally } from './run.queries.js'

/**
 * Writes a listener's list ahead: the one that a client gets who asks for so many items. Item by item, each stored before the next is begun: a process that is
 * killed loses the one that it was writing. What is there already is not written again.
 */
export async function narrateListener(context: NarrateContext, spec: RunSpec, listenerId: string, budget: NarrativeBudget): Promise<ListenerTally> {
  const { db, narrator, now, readTaste, settings, boosts = [], signal } = context
  const listener = await findListener(db, { id: listenerId })
  if (listener === null) return { items: 0, written: 0, kept: 0, failed: 0 }
  const kinds = kindsOf(spec.recipe)
  // One more, as a page of a client that looks whether another follows.
  const { suggestions } = await recommend(
    { db, model: await context.model(), now, readTaste, boosts, ...(settings !== undefined && { settings }), signal },
    { listenerId, kinds, recipe: spec.recipe, limit: spec.top + 1 },
  )
  const subjects = suggestions
    .slice(0, spec.top)
    .map(({ itemId, kind, because, facts }) => ({ itemId, kind, listenerId, reasons: because, facts: facts ?? null }))
  const options = { style: spec.style, language: listener.locale, maxWords: null, seed: null, spoilerFree: true }
  const briefs = (await writeBriefs(db, subjects, options)).filter((brief) => brief !== null)
  await saveEvidence(
    db,
    briefs.flatMap((brief) => [...brief.evidence, ...brief.passages]),
  )
  const tally = { items: briefs.length, written: 0, kept: 0, failed: 0 }
  for (const place of briefs.keys()) {
    const results = await narrator.narrateList(briefs.slice(0, place + 1), { provider: spec.provider, cache: 'fresh', ahead: true, budget, signal })
    const last = results[place]
    if (last?.type !== 'narrative') tally.failed += 1
    else if (last.fromCache) tally.kept += 1
    else tally.written += 1
  }
  return tally
}

function kindsOf(recipe: string): readonly ('track' | 'episode')[] {
  if (recipe.includes('episode')) return ['episode']
  return recipe.includes('track') ? ['track'] : ['track', 'episode']
}
