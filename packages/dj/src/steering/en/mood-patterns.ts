import { pattern, type Pattern } from '../pattern.js'

const calmer = { type: 'energy', direction: 'calmer' } as const
const livelier = { type: 'energy', direction: 'livelier' } as const
const occasion =
  '(?:music |songs? |tunes? |tracks? )?(?:for|while|when|to|during|on|after)(?: a| an| the| my| our| some| i| im| we| were| long| short| little| quick| nice)*'
const sleepers = '(?:neighbou?rs?|kids?|child(?:ren)?|baby|babies|everyone|everybody|family|wife|husband|flatmates?|roommates?|parents|dog|cat|house)'

const lively = '(?:loud|fast|wild|energetic|hectic|intense|upbeat|heavy|hard|noisy|aggressive|busy|harsh|lively|frantic)'
const calm = '(?:calm|quiet|slow|boring|sleepy|mellow|soft|chill|tame|dull|gentle|relaxed|relaxing)'
const tooMuch = '(?:(?:not|nothing|dont (?:be|get|go)) (?:so|that|as|too|overly)|not|less|(?:way |a bit |far |much )?too)'
const tooLittle = (adjective: string): string =>
  `(?:not|isnt|arent|wasnt|nowhere near|hardly) (?:nearly |quite |really )*${adjective} enough|could be (?:a bit |much )?more ${adjective}`
const calmHint = { ...calmer, isHint: true } as const
const livelyHint = { ...livelier, isHint: true } as const
const self = '(?:im|i am|we are|were)(?: (?:currently|just|still|about to be|so|really|very|quite|a bit|all|at home|here))*'

/** How much energy, and how far from what is known. */
export const moodPatterns: readonly Pattern[] = [
  pattern(`${tooMuch} ${lively}|${tooLittle(calm)}`, calmer),
  pattern(`${tooMuch} ${calm}|${tooLittle(lively)}`, livelier),
  pattern(
    '(?:more |some )?(?:calm(?:er|ing)?|quiet(?:er|ly)?|slow(?:er|ly)?|mellow(?:er)?|soft(?:er|ly)?|gentl(?:er|e|y)|chill(?:ed|er|ing)?(?: out)?|relax(?:ed|ing)?|sooth(?:e|ing)|peaceful|tranquil|laid back|laidback|easy going|easygoing|low key|lowkey|sleepy|restful|subdued|tender|less energy|smooth(?:er)?|hushed|unhurried|serene|calmness|background(?: music| noise)?)',
    calmer,
  ),
  pattern(
    '(?:slow|calm|quiet|tone|wind|cool|settle|dial|bring|take) (?:it |this |that |things |the (?:tempo|energy|pace|mood) )?down(?: (?:a )?(?:bit|notch|little))?|(?:dial|tone|wind|pull|scale|throttle) (?:it |this |that |things |the (?:tempo|energy|pace|mood) )?back|wind(?:ing)? down|down ?tempo it|take it easy|(?:go |be )?(?:easy|gentle|soft) on (?:the |my |our )?(?:ears?|head|nerves)|keep it (?:down|low)|less (?:energy|tempo|noise)|lower (?:the )?(?:energy|tempo)',
    calmer,
  ),
  pattern(
    `${occasion} (?:sleep(?:ing)?|falling asleep|fall asleep|bed(?:time)?|go(?:ing)? to (?:sleep|bed)|nap(?:ping)?|relax(?:ing)?|unwind(?:ing)?|meditat(?:e|ion|ing)|yoga|study(?:ing)?|read(?:ing)?|homework|concentrat(?:e|ing|ion)|focus(?:ing)?|work(?:ing)?|cod(?:e|ing)|dinner|sunday mornings?|rainy (?:day|evening|night|afternoon)s?|bath|breakfast|wind(?:ing)? down)`,
    calmer,
  ),
  pattern(
    `(?:study|sleep|focus|dinner|background|bedtime|chillout|meditation|yoga) (?:music|songs?|tunes?)|lullab(?:y|ies)|(?:(?:im )?trying to |(?:i )?(?:want|need|have) to )?(?:(?:get some |go to )?sleep|fall asleep|relax|unwind|concentrate|focus)|(?:studying|sleeping|relaxing|meditating|reading|working|tired(?! of)|sleepy|exhausted)|(?:the |my |our )*${sleepers} (?:(?:are|is|s|just|finally|has|have|all) )*(?:asleep|sleeping|in bed|fell asleep|fallen asleep|dozed off)|(?:nothing |something )?(?:that )?(?:dont |do not |not |wont |doesnt |without |not to )?(?:wakes?|waking|disturbs?|disturbing|annoys?)(?: up)? (?:the |my |our )*${sleepers}(?: up)?|(?:its |it is )(?:getting |very |so |quite )?late|late at night`,
    calmer,
  ),
  pattern(
    '(?:more |some )?(?:upbeat|energetic|lively|livelier|energy|fast(?:er)?|quick(?:er)? (?:songs?|tempo|beats?)|loud(?:er)?|wild(?:er)?|hard(?:er)?|heav(?:y|ier)|danc(?:e ?able|y|ey)|punch(?:y|ier)|driving|intense|groov(?:y|ier)|bounc(?:y|ier)|quicker|perk(?:y|ier)|snapp(?:y|ier)|zipp(?:y|ier)|lively|pumping|pounding|thumping|hyper|adrenaline|rowdy|bang(?:er|ers|ing)|up ?tempo|power|pep|peppy|drive|oomph|rhythm|beats?|punch|kick)',
    livelier,
  ),
  pattern(
    '(?:turn|pump|amp|crank|speed|spice|liven|perk|kick|step|pick|hype|ramp|rev|bring) (?:it |this |that |things |the (?:energy|tempo|pace|mood|beat) )*(?:up|on)(?: (?:a )?(?:bit|notch|little|gear|level))?|(?:a |the |were having a |were having |its a )?(?:party|dance floor|rave|disco night)(?: time)?|(?:dancing|partying|working out|running|jogging|exercising)|wake (?:me|us) up|(?:put|bring|add|get|give|need|want|inject)(?: (?:it|us|me|this|some|a|bit|more|of|little))* (?:fire|life|spark|bite|edge|energy|power|zest|spirit|swing|muscle)(?: (?:in|into|to) (?:it|this|that|the (?:music|mix|set|room)))?|(?:(?:need to |have to |want to )?(?:get|keep) )?(?:the |my |our )?(?:blood|heart|legs|body) (?:pumping|going|flowing|racing|moving)|get (?:me|us|the party) (?:going|moving|started|pumped)|raise the (?:energy|roof|tempo)|lets (?:dance|go|party|rock)|(?:i |we )?(?:want|wanna|need|feel like)(?: to)? (?:danc(?:e|ing)|party(?:ing)?|move|jump)',
    livelier,
  ),
  pattern(
    `${occasion} (?:run(?:ning)?|jog(?:ging)?|work(?:ing)? ?out|gym|party|partying|danc(?:e|ing)|train(?:ing)|exercis(?:e|ing)|lifting|cycl(?:e|ing)|clean(?:ing)?(?: the house)?|sprint(?:s|ing)?|hik(?:e|ing)|driving|drives?|road ?trips?|motorway|highway)`,
    livelier,
  ),
  pattern(`${self} (?:studying|sleeping|relaxing|meditating|reading|working|coding|tired(?! of)|sleepy|exhausted)(?! out(?= ))`, calmHint),
  pattern(`${self} (?:dancing|partying|working out|running|jogging|exercising)`, livelyHint),
  pattern('(?:running|workout|gym|party|dance|road ?trip|driving) (?:music|songs?|tunes?|tracks?)', livelier),
  pattern(
    '(?:no|without|fewer|less)(?: more)? (?:surprises?|experiments?|adventures?)|(?:nothing|not) (?:too |so )?(?:weird|strange|wild|new|unknown|adventurous|experimental)|less (?:weird|strange|odd|obscure|crazy|experimental|unusual|out there|surprising)|less adventurous|play (?:it )?safe|safe (?:choice|bet)s?|(?:stay|stick|keep)(?: it| to| with| it to)? (?:(?:to |with )?(?:what|things|stuff|songs|music) (?:i|we) (?:already )?(?:know|like|love)|(?:the )?familiar|safe)|familiar(?: (?:stuff|songs?|music|things|ground|tunes?))?|(?:songs?|music|stuff|things|something|what) (?:that )?(?:i|we) (?:already )?know|(?:my )?(?:usual|comfort zone|regulars)(?: stuff)?|(?:my )?favou?rites?(?: only)?|the hits i know',
    { type: 'adventure', to: 0.1, by: 0 },
  ),
  pattern(
    '(?:more|bit more|little more|be more|a bit more) (?:adventurous|daring|experimental|surprising|unusual|variety|varied|adventure|surprises)|mix it up(?: a bit| a little)?|more discover(?:y|ies)',
    { type: 'adventure', to: null, by: 0.25 },
  ),
  pattern(
    '(?:nothing|not|no)(?: (?:songs?|music|stuff|things?|anything|tracks?))*(?: (?:that|what|which))?(?: (?:i|we)(?: have)?| ive| weve)(?: (?:already|ever|always|usually|just))* (?:know|knew|known|hear|heard|listened to|listen to|play|played|had)(?: (?:before|already|yet|a (?:hundred|thousand) times))*|surprise (?:me|us)|(?:something|anything|stuff|songs?|music) (?:completely |totally |entirely |very |really |quite )?(?:different|weird|strange|unexpected|unusual|unknown|odd|crazy|obscure|surprising|fresh|new to me|new for me|unheard)|(?:completely|totally|entirely) different|off the beaten (?:track|path)|(?:take|bring) (?:me|us) (?:somewhere|to (?:somewhere|places?)) (?:new|else|different)|blow (?:my|our) mind|(?:songs?|music|stuff|something|things|artists?|bands?) (?:that )?(?:(?:i|we)(?: have)?|ive|weve) (?:dont|do not|not|have not|havent|have never|never|didnt|havent ever) (?:yet |ever )?(?:know|known|heard|hear|met|listened to|played|come across)(?: (?:of|before|yet))*|(?:something|artists?|bands?|music|songs) (?:brand )?new|discover(?:y| something)?|introduce (?:me|us) to (?:something|someone|somebody)(?: new)?|hidden gems?|(?:go |to )?(?:somewhere|places?|where) (?:new|else|different|i(?:ve)? (?:have )?never been)|go (?:wild|crazy|nuts)|anything goes|be (?:adventurous|bold|brave|daring)|adventurous',
    { type: 'adventure', to: 0.9, by: 0 },
  ),
]
