import { PatternReader } from '../../statements/pattern.js'
import type { StatementLanguage } from '../../statements/read-statement.js'
import { audienceWays } from './audience.js'
import { catalogueWays } from './catalogue.js'
import { englishConnectives } from './connectives.js'
import { episodeWays } from './episodes.js'
import { artistWays, shelfWays } from './listening.js'
import { opinionWays } from './opinions.js'
import { fillers, phrases } from './phrases.js'

const reader = new PatternReader(phrases)

/** How facts are said in English. */
export const englishStatements: StatementLanguage = {
  ways: [...artistWays(reader), ...shelfWays(reader), ...audienceWays(reader), ...catalogueWays(reader), ...episodeWays(reader), ...opinionWays(reader)],
  fillers,
  connectives: englishConnectives,
}
