import type { RequestLanguage } from '../request-language.js'
import { beyondPatterns } from './beyond-patterns.js'
import { courtesies, cuePhrases, faintWords, fillers, works } from './cue-words.js'
import { currentPatterns } from './current-patterns.js'
import { historyPatterns } from './history-patterns.js'
import { kindPatterns } from './kind-patterns.js'
import { mannerPatterns } from './manner-patterns.js'
import { moodPatterns } from './mood-patterns.js'
import { ordinaryWords } from './ordinary-words.js'
import { questionPatterns } from './question-patterns.js'
import { refusals } from './refusals.js'
import { sayOperation } from './say-operation.js'
import { sessionPatterns } from './session-patterns.js'
import { shorthand } from './shorthand.js'
import { INSTRUMENTAL, tagSynonyms, withoutVoices } from './tag-synonyms.js'
import { yearPatterns } from './year-patterns.js'

export const english: RequestLanguage = {
  patterns: (now) => [
    ...sessionPatterns,
    ...currentPatterns,
    ...historyPatterns,
    ...kindPatterns,
    ...yearPatterns(now),
    ...moodPatterns,
    ...questionPatterns,
    ...mannerPatterns,
  ],
  beyond: beyondPatterns,
  cues: cuePhrases,
  fillers,
  faint: faintWords,
  ordinary: ordinaryWords,
  tagSynonyms,
  voiceless: { words: withoutVoices, tag: INSTRUMENTAL },
  shorthand,
  courtesies,
  works,
  maker: 'by',
  articles: new Set(['a', 'an', 'such', 'so']),
  titleVerbs: new Set(['play', 'spin', 'queue', 'hear', 'listen', 'put', 'called', 'titled']),
  isChange: (words) => /\b[a-z]{3,}er\b|\b(?:down|back)\b/u.test(words),
  turns: new Set(['but', 'rather', 'instead', 'however', 'otherwise', 'then']),
  say: sayOperation,
  refusals,
}
