import type { ParaphraseRule } from '../paraphrase/rule.js'
import { audienceParaphrases } from './paraphrases/audience.js'
import { episodeParaphrases } from './paraphrases/episodes.js'
import { lengthParaphrases } from './paraphrases/lengths.js'
import { listeningParaphrases } from './paraphrases/listening.js'
import { releaseParaphrases } from './paraphrases/releases.js'
import { wordingParaphrases } from './paraphrases/wording.js'

/** In the order in which they are tried. Edit freely: what a rule says is verified, so a wrong rule refuses rather than lies. */
export const englishParaphrases: readonly ParaphraseRule[] = [
  ...wordingParaphrases,
  ...lengthParaphrases,
  ...listeningParaphrases,
  ...audienceParaphrases,
  ...releaseParaphrases,
  ...episodeParaphrases,
]
