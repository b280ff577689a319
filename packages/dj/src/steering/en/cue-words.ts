import type { Cue } from '../mention.js'

/** What says what is wished of what follows. Longest first. */
export const cuePhrases: readonly (readonly [words: string, cue: Cue])[] = [
  [
    '(?:dont|do not|didnt|doesnt|never|no need to|not that i|cant) (?:ever |really |actually )?(?:mind|hate|dislike|skip|ban|block|forget|drop|avoid|exclude|remove|lose|ditch|kill|leave out|cut|take out|stop|quit)(?: (?:about|playing|with))*|(?:have |got )?(?:nothing|no problem|no issues?) (?:against|with)|no need (?:to|for)(?: be)?|(?:not|its not|not all about) (?:just|only)',
    'spared',
  ],
  ['(?:why not|how about|what about|whats about|dont forget to play)', 'play'],
  ['(?:anything|everything|all|whatever|something)(?: else)? (?:but|except|other than|apart from|besides)', 'not'],
  ['nothing (?:but|except|other than|else than)', 'only'],
  ['(?:thats )?(?:sick|tired|fed up|bored|done) (?:of|with|by)|thats enough of|thats enough|had enough(?: of)?|enough(?: with| of)?', 'not'],
  ['(?:leave|take|cut|keep|rule|throw|filter) out|get rid of|stay away from|away from|turn off|cut', 'not'],
  [
    '(?:dont|do not|didnt|cant|never|wont|would rather not|no longer)(?: (?:want|like|play|hear|need|give|stand|enjoy|put|care for|ever|to|me|us|in the mood for|feel like))*',
    'not',
  ],
  [
    '(?:no|not|nothing|without|never|none|less|fewer|stop|skip|quit|enough|avoid)(?: (?:more|any|any more|anything|to|too much|so much|that much|much|playing|play|of|kind of|kinds of|with|from|by|on|songs? (?:by|from)|music (?:by|from)|stuff (?:by|from)|please))+',
    'not',
  ],
  [
    'no|not|nothing|without|never|none|skip|stop|quit|avoid|hate|dislike|except|minus|ban|drop|lose|ditch|kill|remove|exclude|less|fewer|block|forbid|neither|nor|sans',
    'not',
  ],
  [
    '(?:in the )?(?:vein|style|spirit|manner|mood|footsteps|direction) of|a la|(?:similar|close|related|akin) to|sound(?:s|ing)? (?:like|similar to)|reminiscent of|reminds? (?:me )?of|remind(?:ing)? (?:me )?of|along the lines of|something like|(?:stuff|things?|music|songs?|artists?|bands?|tracks?|someone|somebody|people|anything|more|podcasts?|shows?|episodes?) like|(?:stuff|music|songs?|artists?|bands?|something|anything) similar to|inspired by|based on',
    'like',
  ],
  ['(?:i|we|id|youd|would|really|also|just) (?:really )?(?:like|love)(?: (?:to hear|to listen to|some|a bit of))?', 'play'],
  ['only|just|exclusively|strictly|solely|purely|entirely|nothing but', 'only'],
  ['about|on the (?:topic|subject) of|regarding|concerning|covering|discussing|dealing with', 'about'],
  ['like', 'like'],
  [
    'play|put|spin|queue|throw|give|want|wanna|need|hear|listen|more|some|switch|change|go|get|got|have|try|show|find|start|add|bring|rather|prefer|instead|fancy|feel like|love|enjoy|lets',
    'play',
  ],
]

/** Words that ask for nothing: manners, grammar, and what every request could have. */
export const fillers = new Set(
  `a an the this that these those it its i im ive id me my we us our you your youre he she they them their and or but so then also too as well plus with of to for from in on at by up out off over into onto through via between
  is are was be been being am do does did doing done can could would will shall should may might must have has had having let lets make makes making sound sounds take keep kept put play playing played playlist
  please pls plz thanks thank thx cheers ok okay yes yeah yep yo hey hi hello dear dj mate man dude bro buddy friend there here now today tonight again still maybe perhaps really very quite pretty kind kinda sort sorta bit little lot lots
  much many some any all each both more most less least few several one ones something anything everything someone anyone thing things stuff music song songs track tracks tune tunes tracklist piece pieces record records album albums
  genre genres style styles type types mood vibe vibes sound sounds artist artists band bands group groups singer musician label year years decade era time times moment minute while hour hours next
  want wanna need like love hear heard listen listening give get got go going gonna come feel feeling think know see say tell ask try start set use find show switch change add bring rather prefer instead would fancy what which who when where why how if because than not just only even ever never always
  mean if possible actually basically literally honestly just though anyway well alright right sure good nice great cool awesome lovely bloody damn fucking fuck hell god omg lol ugh oh ah um uh hm hmm wow haha sir madam
  ill youll well theyll gimme lemme dont cant wont whole half part rest side direction way ways lines line mostly mainly once ago long while trying need nothing none gear change time whatever spend somewhere nope nah around else other another bunch fine everythings ready anymore couple pair mix set list queue radio session station show shows podcast podcasts episode episodes released release releases made recorded came coming catalogue catalog library collection
  were theres thats whats hows back away down forward ahead together per via every after before during until since im ur u r n w pretty super totally absolutely completely definitely certainly truly simply probably because though sorry anyone through honestly`.split(
    /\s+/u,
  ),
)

/** What stands beside a wish and is no part of it. */
export const courtesies = new Set(
  'please pls plz thanks thx cheers ok okay yes yeah yo hey hi hello dear dj now next again today tonight then mate man dude bro maybe'.split(' '),
)

/** What says that the word beside it is a title: "that altwide tune by And/Or". */
export const works = new Set('song songs track tracks tune tunes album albums record single piece number release episode by'.split(' '))

/** Words that no rule goes by where nothing around them makes a wish of them: they are said back, so that nobody waits for what will not come. */
export const faintWords = new Set(`new old long first last different same evening night day morning afternoon weekend late early`.split(' '))
