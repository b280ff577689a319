import type { Sense } from '../mention.js'
import { NUMBER } from './numbers.js'
import { pattern, type Pattern } from '../pattern.js'

const beyond = (why: string): Sense => ({ type: 'beyond', why })
const it = '(?:this|that|it|these|those)(?: (?:song|one|track|tune|record|album|episode|show))?'

const rest = '(?: [^ \\|]+)*'
/** How a question about things begins. "When I was 20" and "who did I love" are about the listener, "is there any jazz" is a wish. */
const asking = [
  '(?:who|when|where)(?: else)? (?:is|was|were|are|did|does|do|has|had|made|wrote|plays?|played|sings?|sang|produced?|remixed|mixed|recorded|released|founded|started)(?! (?:i|we|you|my) )',
  '(?:whos|wheres|whens|whose)',
  '(?:what|which) (?:year|genre|album|label|record|release|decade|style|key|country|artist|band|song|track) (?:is|was|are|were|did|does|do)(?! (?:i|we|you) )',
  '(?:is|was|are|were|does|did) (?:this|that|it|he|she|they|these|those)(?! (?:possible|ok|okay|too|always|going|gonna|time|have to|has to|alright|fine) )',
  'do you (?:know|like|love|think|remember|hate)(?! (?:any|some|more) )',
].join('|')

/** Questions, and what would need a clock, a condition or a count: they have words in them that would ask for something by themselves. */
export const questionPatterns: readonly Pattern[] = [
  pattern(
    `(?<=^ |\\| )(?:(?:hey|so|and|but|wait|dj|ok|okay|um|oh|hi|sorry) )*(?:${asking})${rest}`,
    beyond('I play and I steer; what an item is, and why it is here, stands beside it.'),
  ),
  pattern(
    `how (?:long|old|fast|popular|many [a-z]+) (?:is|was|are|does|do|has|have|left in)(?: ${it})?(?: (?:last|take|been|going|playing))*|how (?:much|long)(?: time)? (?:is )?left|(?:who|what)(?:s| is| are| was| were) (?:${it}|the (?:song|artist|band|singer|name|title|album|genre|year|label)(?: of| called| name)?)(?: (?:called|named|about|by|from|on|again|singing|playing|of|the|this|that|song|one|track))*|(?:who|what) (?:sings?|sang|plays|made|wrote|produced|performs|recorded) ${it}|(?:when|where) (?:is|was|were|did|does) ${it}(?: (?:from|released|made|recorded|come|came|out))*|what (?:year|genre|album|label|record|decade|style|key|country) (?:is|was|are) ${it}(?: (?:from|on|in))?|(?:what|which) (?:song|track|artist|band) (?:is|was|are) (?:this|that|it|playing)(?: (?:now|next|before))?|whats (?:next|coming up|up next|on)|why (?:this|that|did you|are you|do you)(?: [a-z]+)*`,
    beyond('I play and I steer; what an item is, and why it is here, stands beside it.'),
  ),
  pattern(
    '(?:remind|text|call|email|message|ring) (?:me|my|mum|mom|dad)(?: [^ \\|]+)*|(?:set |start |put )?(?:an? |the )?(?:sleep )?(?:timer|alarm)(?: (?:for|in|at|to|clock|of|\\d+|[a-z]+))*|wake (?:me|us) (?:up )?(?:at|in|by|tomorrow)(?: [^ \\|]+)*|(?:at|until|till|by) (?:\\d{1,2}(?: ?(?:am|pm|oclock)| \\d\\d)|midnight|noon)|in (?:an?|\\d+|half an|ten|five|twenty|thirty) (?:hours?|minutes?|mins?)(?: time)?|(?:stop|pause|end|quit|go on|play)(?: [a-z]+)* (?:in|after) (?:an?|\\d+|half an|ten|five|twenty|thirty|fifteen) (?:hours?|minutes?|mins?|songs?|tracks?)',
    beyond('I keep no clock for you: ask when it is time.'),
  ),
  pattern(
    '(?:unless|except (?:if|when)|only (?:if|when)|if (?:it|they|there|that|the)(?: is| are|s| has| have)?|but only (?:if|when)) [^ \\|]+(?: [^ \\|]+)*',
    (match) =>
      / (?:possible|any|ok|okay)$/u.test(match[0])
        ? { type: 'manners' }
        : beyond('I cannot make exceptions or conditions: a wish holds for everything that comes.'),
  ),
  pattern(
    '(?:(?:play|go|skip|put) (?:me )?)?(?:back )?(?:to )?the (?:previous|last) (?:song|one|track|tune)(?: again)?|(?:go |skip )back(?: (?:a|one) (?:song|track))?|rewind|(?:fast )?forward(?: (?:a bit|\\d+ (?:seconds|minutes)))?',
    beyond('I only go forward: your player can go back.'),
  ),
  pattern(
    '(?:and )?(?:then|after (?:that|this|it)) (?:stop|pause|quit|end|go quiet|back to (?:normal|the usual))(?: (?:it|the music|please))*',
    beyond('I keep no clock for you: ask when it is time.'),
  ),
  pattern(
    `(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twenty)(?= (?:[^ \\|]+ ){1,2}(?:songs|tracks|tunes|pieces|episodes|podcasts|albums)(?= ))`,
    beyond('How many there are of it, I do not count: it holds until you ask for something else.'),
  ),
  pattern(
    '(?:shuffle|loop|crossfade|equali[sz]er|bass boost|(?:turn (?:up|down) |more |less )(?:the )?(?:bass|treble)(?! (?:music|house|drum)))(?: (?:on|off|up|down|mode))?|(?:download|buy|share|rate|rename|upload|add|save) (?:this|it|that)(?: (?:song|one))? (?:to|with|on|as) (?:my |a |the )?[^ \\|]+(?: [^ \\|]+)*|(?:save|create|make) (?:me )?(?:this|it|a)(?: (?:as|to|into))?(?: (?:a|my))? (?:playlist|favou?rites|library)',
    beyond('That is for your player: I choose what comes and what is said.'),
  ),
  pattern(
    '(?:turn |set |put )?(?:the |up the |down the )?volume(?: (?:up|down|to \\d+))*|(?:turn|make) (?:it )?(?:louder|quieter)|mute',
    beyond('The volume is yours to set.'),
  ),
  pattern(
    `(?:${NUMBER}) (?:more )?(?:songs?|tracks?|tunes?|ones|pieces?|albums?|times)(?: (?:of|by|from))?`,
    beyond('How many there are of it, I do not count: it holds until you ask for something else.'),
  ),
]
