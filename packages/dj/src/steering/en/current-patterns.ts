import { pattern, type Pattern } from '../pattern.js'

const one =
  '(?:this|that|it|these|those|this (?:one|song|track|tune|kind|sort|vibe|style|direction|music|stuff)|that (?:one|song|track|tune|direction|vibe|style)|the (?:same|current|last)(?: (?:song|one|track|vibe|style|thing))?|what(?:s| is| you are| youre)? (?:playing|on)(?: now)?)'
const creator =
  '(?:(?:this|that|the same|same|these|those|the|that same|(?:this|that|the) (?:last|current)) (?:artists?|bands?|singers?|groups?|musicians?|guys?|people|rappers?|producers?|duo)|them|him|her|these guys)'

const ours = '(?:my (?:thing|style|taste|cup of tea|jam|scene|bag)|for me|to my (?:taste|liking))'

/** What plays now: more of it, or none of it. */
export const currentPatterns: readonly Pattern[] = [
  pattern(
    `(?:is |isnt |its |thats |are |arent )?not? ?(?:really |so much |quite |exactly )*${ours}|(?:isnt|arent|aint|wasnt) (?:really |so much |quite |exactly )*${ours}`,
    {
      type: 'disliked',
      alone: 'playing',
    },
  ),
  pattern(
    `(?:really |just |totally )?(?:sucks?|stinks?|blows?|bores? me|annoys? me|irritates? me|gets? on my nerves|(?:gives?|giving) me (?:a )?headaches?|makes? me (?:sick|cringe|mad|angry))|(?:is|are|sounds?|isnt|arent) (?:so |really |just |very |pretty |a bit |absolutely )*(?:awful|terrible|bad|boring|annoying|horrible|crap|rubbish|trash|shit|garbage|the worst|not (?:good|great)|no good)`,
    { type: 'disliked', alone: 'nothing' },
  ),
  pattern(
    `(?:no|nothing|not|less|fewer|never|stop|skip|enough|ban|block|hide|remove|anything but|dont (?:want|play|like)|do not (?:want|play|like))(?: (?:any|anything|play|with|songs?|stuff|music))*(?: more)?(?: (?:any ?more|of|from|by|like|play))* ${creator}(?: (?:again|please|ever))*`,
    { type: 'current', what: 'creator', wish: 'without' },
  ),
  pattern(`(?:less|fewer|not|nothing|no more|no|enough)(?: (?:songs?|music|stuff|things|tracks?))?(?: (?:like|of|similar to))+ ${one}`, {
    type: 'current',
    what: 'item',
    wish: 'less',
  }),
  pattern(
    `(?:(?:im|i am|we are|were|getting|thats) )*(?:sick|tired|fed up|bored|done) (?:of|with|by) ${one}|(?:(?:i |we )?(?:really )?(?:dont|do not|didnt|cant) (?:like|love|want|stand|enjoy|dig|need)|(?:i |we )?(?:really )?(?:hate|dislike|loathe)|not|never|dont play|no) ${one}(?: (?:again|one|song|at all|ever|please))*|(?:this|that|it)(?: (?:one|song|track))?(?: is|s| sounds) (?:so |really |just |very |pretty )?(?:awful|terrible|bad|boring|annoying|horrible|crap|rubbish|trash|shit|the worst|not (?:for me|my (?:thing|taste|cup of tea)|good|great))|(?:this|that|it)(?: (?:one|song|track|tune))? (?:sucks|stinks|bores me|annoys me|hurts)|(?:yuck|yikes|ew+)|(?:im |i am |were |we are )?not (?:really |so |that |quite )*(?:feeling|into|digging|loving|enjoying|liking|a fan of|keen on|up for) ${one}|not (?:really )?(?:my (?:thing|style|taste|cup of tea|jam)|for me) (?:this|this one|that)`,
    { type: 'current', what: 'item', wish: 'without' },
  ),
  pattern(
    `(?:more|another(?: (?:one|song|track))?|play|something|anything|songs?|music|stuff|one more|give me)(?: (?:more|songs?|music|stuff|tracks?))?(?: (?:of|from|by))+ ${creator}(?: again)?|${creator} again|(?:more|another) ${creator}|(?:i |we )?(?:really )?(?:like|love|dig|enjoy|adore) ${creator}(?: \\|)?(?: (?:play|give me|want|need|some|more|again|please|pls))*`,
    { type: 'current', what: 'creator', wish: 'play' },
  ),
  pattern(
    `(?:play|spin|hear|put on) (?:${one}|it)(?: (?:song|one))? (?:again|once more|one more time|from the (?:start|beginning|top))|replay(?: (?:${one}|it))?|repeat (?:${one}|it)|(?<=^ |\\| )(?:from the top|once more|one more time|encore)(?= \\|| $)|start (?:${one}|it) (?:over|again)`,
    {
      type: 'current',
      what: 'item',
      wish: 'play',
    },
  ),
  pattern(
    `(?:more|another(?: (?:one|song))?|something|anything|songs?|music|stuff|keep(?: going| it)?|stay|play|similar|tracks?|tunes?)(?: (?:more|songs?|music|stuff|things|it|please|going))*(?: (?:like|of|similar to|along|in|just like|close to|with))+ ${one}(?: (?:lines?|please))*|more of the same|same (?:again|vibe|style|kind)|keep (?:it |them |these |those )?(?:going |coming )?(?:like (?:this|that)|this way|in (?:this|that) direction)|keep (?:it|them|these|those) coming|(?<=^ |\\| )(?:really )?(?:love|like|dig|loving|liking|digging|enjoying) ${one}|(?:this|that|it)(?: (?:one|song|track|tune|beat))? (?:really |absolutely |totally )?(?:slaps|rocks|rules|bangs|kicks ass|hits(?: (?:hard|different|the spot))?)|(?:this|that|it)(?: (?:one|song|track|tune))?(?: is|s| was) (?:so |absolutely |pure |straight )?(?:fire|lit|gold|dope|sick|a (?:banger|tune|jam|bop|masterpiece)|my (?:jam|thing|song|favou?rite))|(?:i |we )(?:really )?(?:like|love|dig|enjoy)d? ${one}|(?:this|that|it)(?: (?:one|song|track))?(?: is|s| was| sounds) (?:so |really |just |very |pretty )?(?:great|good|nice|perfect|lovely|amazing|awesome|wonderful|brilliant|excellent|cool|beautiful|fantastic|exactly right)`,
    { type: 'current', what: 'item', wish: 'like' },
  ),
]
