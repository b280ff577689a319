import { findListeners } from '@linernotes/listening'
import { measureFaithfulness, recipeNames, type Faithfulness, type RecommendContext } from '@linernotes/recommendations'
import type { Platform } from './open-platform.js'

export interface FaithfulnessRequest {
  /** How many listeners, evenly from all that there are. */
  readonly listeners: number
  readonly recipes: readonly string[]
  readonly top: number
  readonly adventurousness: number
  readonly seed: number
}

/** Recipes that follow no history have no reasons that could be taken away. */
export const recipesWithHistory: readonly string[] = recipeNames.filter((name) => name !== 'non-profiled')

/** For each recipe, whether its reasons are causes. Nothing is kept. */
export async function evaluateFaithfulness(
  platform: Pick<Platform, 'database' | 'ranking'>,
  request: FaithfulnessRequest,
  tools: { readonly onProgress: (done: number, total: number) => void; readonly signal: AbortSignal },
): Promise<readonly Faithfulness[]> {
  const context: RecommendContext = await platform.ranking(tools.signal)
  const listenerIds = await someListeners(platform, request.listeners)
  const total = listenerIds.length * request.recipes.length
  const reports: Faithfulness[] = []
  for (const recipe of request.recipes) {
    const before = reports.length * listenerIds.length
    reports.push(
      await measureFaithfulness(context, { ...request, recipe, kinds: recipe.includes('episodes') ? ['episode'] : ['track', 'episode'], listenerIds }, (done) =>
        tools.onProgress(before + done, total),
      ),
    )
  }
  return reports
}

async function someListeners({ database: { db } }: Pick<Platform, 'database'>, count: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ;) {
    const page = await findListeners(db, { first: 1_000, after })
    ids.push(...page.nodes.map(({ id }) => id))
    after = page.cursors.at(-1) ?? null
    if (!page.hasNextPage) break
  }
  return Array.from({ length: Math.min(count, ids.length) }, (_, place) => ids[Math.floor((place * ids.length) / Math.min(count, ids.length))] ?? '')
}
