import type { Stage } from '../stage.js'

/** Nothing heard, hidden, excluded, of the wrong kind or past the advisory goes on, whatever a source says. */
export const keepEligible: Stage = async (suggestions, { snapshot, eligibility }) =>
  suggestions.filter(({ itemId }) => {
    const item = snapshot.catalogue.items.numberOf(itemId)
    return item !== undefined && eligibility[item] === 1
  })
