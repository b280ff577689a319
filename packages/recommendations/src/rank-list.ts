import { hash } from 'node:crypto'
import { readGround, type Ground } from './ground.js'
import { listenerVersionOf } from './listener-version.js'
import { rankOnGround, type Ranking } from './rank-on-ground.js'
import { canonicalJson } from './receipts/canonical-json.js'
import type { Recipe } from './recipe.js'
import type { RecommendContext } from './recommend.js'
import { DEFAULT_ADVENTUROUSNESS, type ListVersions, type RecommendInput, type RecommendRequestMade } from './recommend-input.js'
import { DEFAULT_SETTINGS } from './settings.js'

/** Counts up when what all recipes share changes: profile, neighbours, ranking. */
const ALGORITHM_VERSION = 4

export interface RankedList extends Ranking, ListVersions {
  readonly ground: Ground
  /** The input with nothing left open: asked again of the same model and data, it gives the same list. */
  readonly request: RecommendRequestMade
}

/** Reads what a list is ranked from and ranks it, without evidence. */
export async function rankList(context: RecommendContext, input: RecommendInput): Promise<RankedList> {
  const ground = await readGround(context, input)
  const { taste, snapshot, now } = ground
  const ranking = await rankOnGround(ground, { signal: context.signal, limit: input.limit })
  const { recipe, seed } = ranking
  return {
    ...ranking,
    ground,
    modelVersion: modelVersionOf(ground, recipe),
    dataVersion: `${snapshot.version.catalog}.${snapshot.version.listening}`,
    listenerVersion: taste === null ? null : listenerVersionOf(taste),
    asOf: { audience: { through: snapshot.version.position, digest: snapshot.playsDigest }, listener: taste?.through ?? null },
    request: {
      listenerId: taste === null ? null : input.listenerId,
      kinds: input.kinds,
      recipe: ground.wanted.name,
      seedIds: input.seedIds ?? [],
      adventurousness: input.adventurousness ?? DEFAULT_ADVENTUROUSNESS,
      maxAdvisory: input.maxAdvisory ?? 'explicit',
      excludeIds: input.excludeIds ?? [],
      ignoreHistoryItemIds: input.ignoreHistoryItemIds ?? [],
      nonProfiled: input.nonProfiled ?? false,
      includeShown: input.includeShown ?? false,
      seed,
      now,
    },
  }
}

/** Recipe, its version, that of the algorithms below it, what an operator has set otherwise, and the trained model. */
function modelVersionOf({ settings, snapshot: { trained } }: Ground, recipe: Recipe): string {
  const set = canonicalJson(settings)
  const otherwise = set === canonicalJson(DEFAULT_SETTINGS) ? [] : [hash('sha256', set).slice(0, 8)]
  return [`${recipe.name}@${recipe.version}.${ALGORITHM_VERSION}`, ...otherwise, ...(trained === null ? [] : [trained.version])].join('+')
}
