import type { PhrasePool } from '../../language.js'

/** What an editor noted, literal. */
export const editorialNote: PhrasePool = {
  role: 'lead',
  about: 'note',
  kinds: ['track', 'episode'],
  phrases: [],
}
