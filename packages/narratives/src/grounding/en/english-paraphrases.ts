import type { ParaphraseRule } from '../paraphrase/rule.js'
import { audienceParaphrases } from './paraphrases/audience.js'
import { chapterOrders } from './paraphrases/chapter-orders.js'
import { chapterParaphrases } from './paraphrases/chapters.js'
import { episodeParaphrases } from './paraphrases/episodes.js'
import { finishedEpisodes } from './paraphrases/finished-episodes.js'
import { endsOfPlaying } from './paraphrases/first-and-last.js'
import { idioms } from './paraphrases/idioms.js'
import { introductions } from './paraphrases/introductions.js'
import { lengthParaphrases } from './paraphrases/lengths.js'
import { meetingParaphrases } from './paraphrases/meetings.js'
import { playsInYears } from './paraphrases/plays-in-years.js'
import { playsOfRecords } from './paraphrases/plays-of-records.js'
import { releaseParaphrases } from './paraphrases/releases.js'
import { spanParaphrases } from './paraphrases/spans.js'
import { tagCounts } from './paraphrases/tag-counts.js'
import { wordingParaphrases } from './paraphrases/wording.js'

/** In the order in which they are tried. Edit freely: every sentence that a rule says is verified. */
export const englishParaphrases: readonly ParaphraseRule[] = [
  ...tagCounts,
  ...idioms,
  ...chapterOrders,
  ...introductions,
  ...meetingParaphrases,
  ...wordingParaphrases,
  ...spanParaphrases,
  ...lengthParaphrases,
  ...endsOfPlaying,
  ...playsInYears,
  ...playsOfRecords,
  ...audienceParaphrases,
  ...releaseParaphrases,
  ...finishedEpisodes,
  ...chapterParaphrases,
  ...episodeParaphrases,
]
