import type { Fetched } from './fetch-embed.js'

export type State = { readonly type: 'loading' } | Fetched

/** What is said where there is no note; null: it may still come. */
export function sayState(state: Exclude<State, { readonly type: 'embed' }>): string | null {
  if (state.type === 'loading') return null
  if (state.type === 'missing') return 'There is no liner note for this item.'
  if (state.reason === 'late') return 'The liner note takes too long to come.'
  return state.reason === 'refused' ? 'The liner note was refused; the attributes may be wrong.' : 'The liner note cannot be reached from here.'
}
