import type { LinerNotesConfig } from '@linernotes/narratives/config'
import { DEFAULT_SETTINGS, recipeNames, type RecommendSettings } from '@linernotes/recommendations'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What linernotes.config.ts says about recommendations, over what holds without it.
 * @throws {Error} for the floor of a recipe that does not exist: it would never be kept
 */
export function recommendSettings(rules: LinerNotesConfig['recommendations'] = {}): RecommendSettings {
  const { shownReturnsAfterDays, skippedReturnsAfterDays, exposureFloors } = rules
  const unknown = Object.keys(exposureFloors ?? {}).find((name) => !recipeNames.includes(name))
  if (unknown !== undefined) throw new Error(`recommendations.exposureFloors: there is no recipe "${unknown}"; there are ${recipeNames.join(', ')}`)
  const { memory } = DEFAULT_SETTINGS
  return {
    memory: {
      shownReturnsAfterMs: shownReturnsAfterDays === undefined ? memory.shownReturnsAfterMs : shownReturnsAfterDays * DAY_MS,
      skippedReturnsAfterMs: skippedReturnsAfterDays === undefined ? memory.skippedReturnsAfterMs : skippedReturnsAfterDays * DAY_MS,
    },
    ...(exposureFloors !== undefined && { exposureFloors }),
  }
}
