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

/** "You" followed by one of these says something about this listener. */
export const listenerVerbs = wordSet(
  'hear heard meet met follow followed cross crossed stay stayed return returned come came go went keep kept play played finish finished stop stopped know knew start started begin began take took turn turned leave left give gave share pick picked find found run ran open opened sit sat listen listened wait waited hold held',
)
