import { NUMBER, ORDINAL, readNumber, readOrdinal } from './numbers.js'
import { pattern, type Pattern } from '../pattern.js'

const talking =
  '(?:talk(?:ing|s)?|chatter(?:ing)?|chat(?:ting)?|comment(?:s|ary|aries)?|announc(?:e|es|ing|ements?)|stor(?:y|ies)|facts?|trivia|introductions?|intros?|moderation|speech|speaking|babbl(?:e|ing)|yapping|words|interruptions?|interrupting|explanations?|explaining|dj voice|voice)'
const things = '(?:the |this |that |these |those |any |all |so much |your |more )*'
const songs = '(?:songs?|tracks?|items?|tunes?|ones?|pieces?|titles?|episodes?)'
const all =
  '(?:(?:all|any of) )?(?:that|this|it|those|everything|what i (?:said|asked(?: for)?|wanted)|(?:my|the|those|these|previous|earlier) (?:wish(?:es)?|requests?|filters?|settings?|rules?)|(?:about )?(?:that|it))'
const saying = '(?:talk|speak|say (?:something|a word|a few words)|tell me (?:something|a story|a fact)|chat|comment|announce|interrupt)'
const rarely = '(?:(?:every )?once in a while|now and then|now and again|from time to time|occasionally|sometimes|rarely|seldom|every so often|here and there)'
const everyOne = `(?:(?:about|before|after|between|on|for) )?(?:every|each|all)(?: single| the)* ${songs}`

/** What is said about the session itself: the DJ's talk, the playback, what was asked for before. */
export const sessionPatterns: readonly Pattern[] = [
  pattern(
    `(?:no|without|stop|quit|skip|cut|drop|enough|end|leave out|turn off|mute|kill)(?: out)?(?: with| of)?(?: (?:any|all))?(?: more)? ${things}${talking}(?: (?:please|now|already|at all|over (?:the|my) (?:songs?|music)|between ${things}${songs}|so much))?|(?:dont|do not|never) ${talking}(?: (?:to me|${things}${songs}|between ${things}${songs}|over (?:the|my) (?:songs?|music)|at all|any ?more|so much))*|(?:mute|silence|unplug) (?:the )?(?:dj|host|announcer)|shut (?:up|it|your (?:mouth|face|trap))|(?:be|stay|keep) (?:quiet|silent)(?: (?:dj|between ${things}${songs}))?|silence(?: please| dj)?|hush|zip it|(?:just|only) (?:play )?(?:the )?music no ${talking}`,
    { type: 'talk', how: 'off' },
  ),
  pattern(
    `(?:talk|speak|say|chat|comment|announce|interrupt) (?:a bit |a little |much |way )?less(?: often)?|less ${talking}|fewer ${talking}|(?:you |the dj )?${talking} too (?:much|often)|too much ${talking}|not so much ${talking}|(?:talk|speak) (?:not|only) (?:so|now and then|sometimes|occasionally|rarely)(?: often| much)?|less ${talking}(?: (?:and|\\|))? more (?:music|songs|tunes)|more (?:music|songs|tunes)(?: (?:and|\\|))? less ${talking}|(?:only )?${saying}(?: only| just)? ${rarely}(?: (?:\\| )?not ${everyOne})?|(?:dont |do not )?(?:have to )?${saying} (?:not )?${everyOne}(?= \\| only ${rarely})|not ${everyOne}`,
    { type: 'talk', how: 'less' },
  ),
  pattern(
    `(?:talk|speak|say|chat|comment|tell me|explain)(?: to me)? (?:a bit |a little |much )?more(?: often)?|more (?:of )?(?:the |your )?${talking}|tell (?:me|us) more(?: (?:stories|facts|about (?:the |these |those )?(?:songs?|music|tracks?|artists?|bands?)))?`,
    { type: 'talk', how: 'more' },
  ),
  pattern(
    `(?:(?:only |please )?(?:talk|speak(?: up)?|say something|tell (?:me|us) something|comment|announce)(?: (?:about|before|between|after|on|for|with))? )?(?:only |just )?every (${ORDINAL}|${NUMBER}) ${songs}|(?:talk|speak(?: up)?|say something|comment) (?:only |just )?(?:about |before |after )?every (${ORDINAL}|${NUMBER})(?: ${songs})?`,
    (match) => {
      const words = match[1] ?? match[2] ?? ''
      const n = readOrdinal(words) ?? readNumber(words)
      return n === null || n < 1 ? null : { type: 'talk', how: 'every-nth', n: Math.round(n) }
    },
  ),
  pattern(
    `${saying} ${everyOne}|(?:tell (?:me|us)|say|explain|talk about|announce|introduce|comment on)(?: (?:something|a story|a fact|a bit|stories|facts|a word|why))*(?: (?:about|of|on|for|before|between))* (?:every|each)(?: and every)?(?: single)? ${songs}|(?<=(?:^|\\|) )(?:please )?(?:talk|speak)(?: to (?:me|us))?(?: (?:again|please))?|start talking(?: again)?|(?:i |we )?(?:like|love) it when you (?:talk|tell)|tell (?:me|us) (?:about|something about|a story about) (?:the|these|those|what) (?:songs?|music|tracks?|artists?|you play)|(?:unmute|turn on) (?:the )?(?:dj|${talking})|you (?:can|may) talk(?: again)?`,
    { type: 'talk', how: 'every' },
  ),

  pattern(
    `(?:a |some |play )?(?:a )?different (?:song|one|track|tune)|(?:skip(?! the (?!songs? |tracks? |tunes? |ones? |next |current |episodes? |rest |podcasts? )[^ ]+ )|(?<=^ |\\| |^ [a-z]{2,5} |\\| [a-z]{2,5} )next(?! (?:hours?|few|couple|time|week|days?|minutes?|\\d+|(?:two|three|four|five|six|ten) )))(?: (?:this|that|it|one|the|song|track|tune|please|ahead|forward|over|episode|the song|the track))*|move (?:on|along)|(?:not|anything but) this|(?:play )?(?:the )?next(?: (?:one|song|track)|(?= \\|)| $)|change (?:the )?(?:song|track|tune)`,
    { type: 'playback', action: 'skip' },
  ),
  pattern(
    'pause(?: (?:it|this|that|the music|for a (?:bit|moment|second|minute)))*|(?:wait|hold on|hang on)(?: (?:a|one))?(?: (?:second|sec|moment|minute|bit))?|hold it|one (?:moment|second|sec)|(?:stop|wait|pause|hold on|hang on)(?: (?:it|that|this|the music|playing))*(?: for (?:now|(?:a|one|two|a few|just a) (?:moments?|seconds?|secs?|minutes?|mins?|bit|while)))?|brb',
    { type: 'playback', action: 'pause' },
  ),
  pattern(
    '(?:resume|continue|unpause|carry on|go on|proceed)(?: (?:playing|the music|please|it))*|keep (?:going|playing)|play(?: (?:on|it))|start (?:again|playing)|dont stop(?: (?:the music|playing|now))*|(?:and |ok |okay |right )?(?:im|i am|were|we are) back(?: (?:again|now))?|back (?:again|now)|lets continue|where were we|(?:im|were|all) ready(?: now)?',
    { type: 'playback', action: 'resume' },
  ),
  pattern(
    '(?:end|finish|close|quit|exit|leave|terminate)(?: (?:the|this|our|my))? (?:session|show|set|music|radio|programme?|broadcast|stream|app|it|here)|(?:stop|shut down|switch off|turn off|shut off)(?: (?:the|this|our|my))? (?:whole )?(?:session|show|set|radio|programme?|broadcast|stream|app|dj session)|shut (?:it )?down|(?:turn|switch|shut) (?:it all|everything|all of it|it|the (?:music|dj)) off|(?<=^ |\\| )(?:quit|exit|end|finish)(?= \\|| $)|thats a wrap|(?:i|we) (?:have to|need to|must|should|gotta|got to) (?:go|leave|run)(?= \\|| $| now)|(?:im|we are|were) (?:off|leaving|out|finished|going to bed|off to bed)(?: now)?(?= \\|| $)|time (?:for|to go to) bed|lets (?:stop|finish|end|leave it)(?: (?:it|here|there|now|for (?:today|now)))*|(?:good )?bye(?: bye)?|thats (?:it|all|enough)(?: for (?:today|tonight|now))?(?! (?:of|about|with))|(?:im|we are|were) done(?: for (?:today|tonight|now))?|good ?night(?: dj)?|enough for (?:today|tonight|now)|see you(?: later| tomorrow)?',
    { type: 'playback', action: 'end' },
  ),
  pattern('(?:any|all|every|whatever) (?:genres?|styles?|tags?|kinds? of music)(?: (?:is|are) (?:fine|ok|okay|good))?', { type: 'lift', what: 'tags' }),
  pattern(
    `play (?:me |us )?(?:just |simply )?(?:anything|whatever)(?= \\|| $)|(?:forget|cancel|reset|clear|undo|drop|ignore|remove|scrap)(?: (?:about ))?(?: ?${all})|(?:back|return|go back) to (?:normal|default|the default|before|the start|how it was)|start (?:over|afresh|from scratch|anew)|reset|never ?mind|(?:play )?whatever(?: (?:you (?:want|like)|is fine)|(?= \\|)| $)|(?:play )?anything (?:you (?:want|like)|at all|is fine)|(?:you|dj) (?:decide|choose|pick)|(?:its )?up to you|no preference|i dont (?:care|mind)(?= \\|| $)`,
    { type: 'forget' },
  ),
]
