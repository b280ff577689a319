import { foldLookalikes } from './fold-lookalikes.js'

/**
 * What a name says that is no name: awards, superlatives over everything, praise with its author, talk to the listener or about listeners. In quotation marks it is
 * somebody else's; artists, labels and tags stand without, where it would be ours. Folded as by `foldLookalikes`.
 */
const boasts: readonly RegExp[] = [
  /(?<!\p{L})(?:grammys?|grammies|emmys?|oscar winn\w+|pulitzer|award[ -]winning|prize[ -]winning|chart[ -]topping|multi[ -]platinum)(?!\p{L})/u,
  /(?<!\p{L})(?:winner|winners|winning|won|nominated|nominee|recipient) (?:of|for|a|an|the|\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)(?!\p{L})/u,
  /(?<!\p{L})(?:best|greatest|worst|finest|most \p{L}+|biggest) (?:[\p{L}-]+ ){0,3}(?:ever|of all time|in the world|on earth|in history|alive)(?!\p{L})/u,
  /(?<!\p{L})(?:the|world'?s|our|a|is|are) (?:best|greatest|finest|number one|no\.? ?1|#1|top[ -]rated) (?:[\p{L}-]+ ){0,2}(?:albums?|songs?|tracks?|records?|episodes?|shows?|podcasts?|bands?|artists?|singers?|releases?|labels?)(?!\p{L})/u,
  /(?<!\p{L})(?:number one (?:in|on)|(?:number one|no\. ?1) (?:album|song|track|hit|single|podcast|show))(?!\p{L})/u,
  /(?<!\p{L})(?:before you die|saved my life|changed my life|a masterpiece|must[ -](?:listen|hear)|free for (?:the|every|all \p{L})|five stars|5 stars|\d+ stars)(?!\p{L})/u,
  /(?<!\p{L})(?:played|loved|liked|recommended|endorsed|approved|followed) by (?!the sea)/u,
  /(?<!\p{L})(?:the listener|listeners)(?!\p{L})|(?<!\p{L})(?:this|the) (?:track|song|album|episode|record|release|show|artist|band) (?:is|was|has|will|won|came)(?!\p{L})/u,
  /["“”«»].{3,}["“”«»]\s*(?:[-–—]|by|,)\s*\p{L}|(?<!\p{L})(?:wrote|writes|says|said|calls it|called it)\s?[:,]?\s?["“«]/u,
  /,\s(?:you|your|youve|youre)(?!\p{L})|(?<!\p{L})you (?:cried|loved|liked|played|will love)(?!\p{L})/u,
]

/** The first piece of a name that claims something instead of naming; null: none. Heuristic, in English. */
export function findBoast(name: string): string | null {
  const folded = foldLookalikes(name)
  for (const pattern of boasts) {
    const found = pattern.exec(folded)
    if (found !== null) return found[0].trim()
  }
  return null
}

/** Written small in names of persons. */
const particles = new Set(
  'a af al an and ap at av ben bin da dal de degli del della den der di do dos du e el et ibn la las le les los mac of on te ten ter the til und van vom von y zu zum zur'.split(
    ' ',
  ),
)

/** Whether what is given as the name of a person is a sentence: three words and more, most of them small. Alphabets without capitals are never. */
export function isSentence(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word))
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !particles.has(word)).length
  return words.length >= 3 && small > words.length / 2
}
