import type { Stage } from '../stage.js'
import { fromSources } from './from-sources.js'

/** Asks more sources only where so few suggestions are left that a list would stay short. */
export const fillUp =
  (minimum: number, ...sources: readonly Stage[]): Stage =>
  async (suggestions, context) =>
    suggestions.length >= minimum ? suggestions : fromSources(...sources)(suggestions, context)
