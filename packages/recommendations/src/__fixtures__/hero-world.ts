import type { TestDatabase } from '@linernotes/database/testing'
import type { Evidence } from '@linernotes/catalog'
import type { RecommendationModel, RecommendInput, RecommendResult, Suggestion } from '../index.js'
import { genreWorld } from './genre-world.js'
import { openWorld } from './open-world.js'
import { episodeId, trackId } from './world.js'

const hero = 'hero'
const plays = [
  // Jazz now, punk once and no more.
  ...[1, 2, 3].map((track) => ({ listener: hero, item: trackId('jazz record 1', track), times: 9, daysAgo: 20 })),
  ...[1, 2].map((track) => ({ listener: hero, item: trackId('jazz record 2', track), times: 5, daysAgo: 40 })),
  ...[1, 2].map((track) => ({ listener: hero, item: trackId('punk record 1', track), times: 20, daysAgo: 1500 })),
  // Finishes Workshop, up to its fourth episode; gave up on bread.
  ...[1, 2, 3, 4].map((number) => ({ listener: hero, item: episodeId('Workshop', number), daysAgo: 100 - number })),
  { listener: hero, item: episodeId('Kitchen', 2), finished: false },
  ...[1, 3, 5].map((number) => ({ listener: 'podcasts only', item: episodeId('Workshop', number) })),
  ...[1, 2, 3].map((track) => ({ listener: 'punk only', item: trackId('punk record 2', track), times: 6 })),
]

export interface HeroWorld extends AsyncDisposable {
  readonly db: TestDatabase['db']
  readonly model: RecommendationModel
  /** Asks for twenty tracks for "hero" at NOW, or for what `input` says. */
  ask(input?: Partial<RecommendInput>): Promise<RecommendResult>
}

/** The genre world with "hero", "podcasts only" and "punk only" in it. */
export async function openHeroWorld(): Promise<HeroWorld> {
  return openWorld(genreWorld(plays), hero)
}

export const idsOf = (suggestions: readonly Suggestion[]): readonly string[] => suggestions.map(({ itemId }) => itemId)
export const evidenceOf = (suggestions: readonly Suggestion[]): readonly Evidence[] => suggestions.flatMap(({ because }) => because.flatMap(({ evidence }) => evidence))
export const reasonOf = (suggestions: readonly Suggestion[], code: string) => suggestions.flatMap(({ because }) => because).find((reason) => reason.code === code)
