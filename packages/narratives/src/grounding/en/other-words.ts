import { wordSet } from './word-set.js'

export const negations = wordSet(
  'no not never none nobody nothing nowhere neither nor without hardly barely scarcely cannot cant dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt couldnt shouldnt aint unplayed unheard missed missing zero',
)

/** Time seen from the moment of writing: it goes stale, and nothing in a fact supports it. */
export const relativeTime = wordSet(
  'now today tonight yesterday tomorrow recently lately currently nowadays still already soon ago again anymore yet-again upcoming new brand-new old recent current modern once-more last-year this-year weekly daily monthly yearly',
)

export const months: ReadonlyMap<string, string> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name, index) => [name, String(index + 1).padStart(2, '0')]),
)
export const shortMonths: ReadonlyMap<string, string> = new Map(
  'jan feb mar apr jun jul aug sep sept oct nov dec'
    .split(' ')
    .map((name, index) => [name, ['01', '02', '03', '04', '06', '07', '08', '09', '09', '10', '11', '12'][index] ?? '']),
)
export const decades: ReadonlyMap<string, string> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').map((name, index) => [name, `19${index + 2}0`]),
)

export const releaseNouns = wordSet('release releases record records album albums ep eps single singles lp compilation compilations anthology mixtape')

/** From voice.md: the salesman's words. */
export const bannedWords = wordSet(
  'amazing iconic legendary banger bangers vibe vibes masterpiece masterpieces elevate elevates elevating sonic unforgettable incredible epic stunning breathtaking mesmerizing mesmerising must-listen must-hear curated groundbreaking timeless ' +
    'ultimate unmissable awesome fantastic brilliant gem gems journey soundscape soundscapes soundtrack tapestry delve delves dive immerse immersive captivating haunting soulful magical magic vibrant eclectic hidden-gem absolutely obsessed',
)
export const bannedPhrases: readonly string[] = [
  'must listen',
  'must hear',
  'sonic journey',
  'curated just for you',
  'just for you',
  'as an ai',
  'language model',
  'you are going to love',
  'you will love',
  'people like you',
  'dive into',
  'look no further',
]

/** No guesses about moods, health, relationships, religion, politics, sleep or money. Refused wherever "you" is meant, and outside names in any case. */
export const sensitiveWords = wordSet(
  'sad sadness lonely loneliness happy unhappy depressed depression anxious anxiety heartbroken heartbreak breakup divorce grief grieving cry crying tears mood moods moody feeling feelings feel sleep sleeping insomnia tired exhausted stress stressed therapy ' +
    'illness ill sick health mental pregnant pregnancy drunk hungover addicted addiction religion religious christian muslim jewish hindu buddhist atheist faith pray prayer church god political politics republican democrat conservative liberal gay lesbian straight trans ' +
    'single married wife husband girlfriend boyfriend mother father rich poor age aging young teenager childhood',
)

/** "You" followed by one of these says something about this listener. */
export const listenerVerbs = wordSet(
  'hear heard meet met follow followed cross crossed stay stayed return returned come came go went keep kept play played finish finished stop stopped know knew start started begin began take took turn turned leave left give gave share pick picked find found run ran open opened sit sat listen listened wait waited hold held',
)
