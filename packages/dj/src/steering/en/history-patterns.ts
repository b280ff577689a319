import { pattern, type Pattern } from '../pattern.js'

const heard =
  '(?:loved?|liked?|adored?|listen(?:ed)?(?: to)?|heard|hear|play(?:ed)?|playing|had|enjoyed?|obsessed(?: with| over)?|crazy about|into|hooked on|binged?)'
const what =
  '(?:artists?|bands?|singers?|songs?|tracks?|music|stuff|things?|something|someone|somebody|groups?|albums?|tunes?|shows?|podcasts?|anything|what|everything|one|guys?)'

/** What the listener played once. A year beside it is a year of listening, not of release. */
export const historyPatterns: readonly Pattern[] = [
  pattern(
    `(?:the |that |those |some |my |an? )*${what}(?: (?:that|which|who))?(?: did)? (?:i|we) (?:(?:used to|once|always|really|so|just|constantly|did|was|were|have|had|kept|would) )*${heard}(?: (?:on repeat|all the time|a lot|so much|most|the most|back(?: then)?|constantly|non ?stop|every day|to death|on|way back|often|before|once|playing))*`,
    { type: 'history' },
  ),
  pattern(
    `(?:the |that |those |some |my |an? )*${what}(?: (?:that|which))? (?:i|we)(?:ve)? (?:have ?nt|have not|not|have never|didnt|dont) (?:${heard} )(?:it |them )?(?:in|for|since)(?: (?:ages|years|a (?:long )?(?:while|time)|(?:so )?long|forever|months|many years))*|(?:the |that |those |some |my )*${what}(?: (?:that|which))? (?:i|we)(?:ve)? (?:have |had )?(?:forgot|forgotten|lost|left behind|lost track of)(?: about)?`,
    { type: 'history' },
  ),
  pattern(
    '(?:my )?(?:old|former|past|forgotten|long lost|once loved) (?:favou?rites?|loves?|flames?|crush(?:es)?|heroes|obsessions?|friends?|gems)|(?:bring|take) (?:me |us |it )?back(?: (?:to|in time|something|some|old|the))*(?: (?:memories|days|times?))?|blast from the past|nostalgi(?:a|c)|throwbacks?|memory lane|(?:like )?(?:the |in the )?(?:good )?old (?:days|times)|rediscover(?:y|ies|ing)?|(?:from |of |in )?my (?:past|youth|childhood|history)|(?:from |of |in )?my(?= (?:19|20)\\d\\d )|(?:a few |many |some )?years ago|back (?:in|then)',
    { type: 'history' },
  ),
]
