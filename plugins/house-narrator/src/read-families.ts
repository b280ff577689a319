import type { LanguageRules } from './language.js'
import type { FindFamily } from './render-phrase.js'
import { catalogueSlots } from './slots/catalogue-slots.js'
import { crossedSlots } from './slots/crossed-slots.js'
import { episodeSlots } from './slots/episode-slots.js'
import { createSlotContext, type SlotFamily } from './slots/fact-reader.js'
import { listeningSlots } from './slots/listening-slots.js'
import { pairSlots } from './slots/pair-slots.js'
import { podcastSlots } from './slots/podcast-slots.js'
import { titleSlots } from './slots/title-slots.js'
import type { NarrativeRequest } from '@linernotes/narrative-sdk'

const builders = { ...catalogueSlots, ...episodeSlots, ...listeningSlots, ...crossedSlots, ...titleSlots, ...pairSlots, ...podcastSlots }

/** All that phrase data may name, by family. */
export const slotFamilyNames: readonly string[] = Object.keys(builders)

/** Finds the slots of a request, each family read once. Unknown families are null, like facts that are not there. */
export function readFamilies(request: NarrativeRequest, rules: LanguageRules): FindFamily {
  const context = createSlotContext(request, rules)
  const read = new Map<string, SlotFamily | null>()
  return (name) => {
    const known = read.get(name)
    if (known !== undefined) return known
    const family = builders[name]?.(context) ?? null
    read.set(name, family)
    return family
  }
}
