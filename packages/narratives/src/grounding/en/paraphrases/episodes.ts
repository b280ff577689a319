import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const ofShow = 'You finished {n} of the {n2} {S} episodes that you played'
const aboutTopic = 'You finished {n} of the {n2} episodes about {g} that you played'
const finished =
  '(?:finished|completed|heard to the end|played to the end|heard out|stayed to the end of|stayed to the end for|saw through|got through|got to the end of|made it to the end of|listened to the end of)'
const episodes = '(?:episodes?|of them|ones)'

/** What was played less what was left, as a numeral; null where it is no count. */
function left(match: Match, whole: string, part: string): string | null {
  const [all, rest] = [match.slot(whole)?.value ?? null, match.slot(part)?.value ?? null]
  return all === null || rest === null || rest > all ? null : String(all - rest)
}

/** "Nine of ten" is one mention. */
const whole = /\{n\} \(\?:of\|out of\) (?:\(\?:the \|your \)\?|\(\?:the \)\?)\{n2\}/u

function withHalves(source: string, says: string): readonly ParaphraseRule[] {
  return whole.test(source) ? [rule(source, says), rule(source.replace(whole, '{f}'), says.replace('{n} of the {n2}', '{f}'))] : [rule(source, says)]
}

const plays: readonly ParaphraseRule[] = [
  ...withHalves(`(?:of|from|out of) (?:the )?{n2} {S} episodes(?: that)?(?: you(?: have)? played| in your plays| in your history)?,? <youve> ${finished} {n}`, ofShow),
  ...withHalves(`(?:of|from|out of) (?:the )?{n2} episodes of {S}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`, ofShow),
  ...withHalves(
    `(?:of|from|out of) (?:the )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`,
    aboutTopic,
  ),
  ...withHalves(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`, ofShow),
  ...withHalves(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`, aboutTopic),
  ...withHalves(`<youve> played {n2} (?:{S} episodes|episodes of {S}),? (?:and )?${finished} {n}(?: of them| of those)?`, ofShow),
  ...withHalves(`<youve> played {n2} episodes (?:about|on|tagged) {g},? (?:and )?${finished} {n}(?: of them| of those)?`, aboutTopic),
  ...withHalves(
    `<youve> played {n} (?:{S} episodes|episodes of {S}),? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|all {n2}|both)`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  ...withHalves(
    `<youve> played {n} episodes (?:about|on|tagged) {g},? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|both(?: of them)?)`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  ...withHalves(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} both (?:of )?(?:the |your )?episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 episodes about {g} that you played',
  ),
  ...withHalves(
    `<youve> ${finished} both (?:of )?(?:the |your )?(?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 {S} episodes that you played',
  ),
  ...withHalves(
    `{n} (?:finished|heard to the end) (?:out )?of {n2} played[:,]? (?:that is |so it stands with |so goes |with )?(?:you and |between you and )?{S}`,
    ofShow,
  ),
  ...withHalves(`{S}: {n} (?:finished|heard to the end) (?:out )?of {n2} played`, ofShow),
  ...withHalves(`{S},? {n} (?:of|out of) (?:the )?{n2} ${episodes}? ?(?:finished|heard to the end)`, ofShow),
  ...withHalves(
    `{n} (?:of|out of) (?:the |your )?{n2} {S} episodes(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    ofShow,
  ),
  ...withHalves(
    `{n} (?:of|out of) (?:the |your )?{n2} episodes about {g}(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    aboutTopic,
  ),
]

const unfinished: readonly ParaphraseRule[] = ['{S} episodes', 'episodes of {S}', 'episodes (?:about|on|tagged) {g}'].flatMap((noun) => {
  const named = noun.includes('{S}') ? '{S} episodes' : 'episodes about {g}'
  const says = (match: Match): string[] | null => {
    const count = left(match, 'n2', 'n')
    return count === null ? null : [`You finished ${count} of the {n2} ${named} that you played`]
  }
  const but = `(?:you )?(?:left|did not finish|didn[’']t finish|have not finished|haven[’']t finished|have left|gave up on|broke off|abandoned|never finished)`
  return [
    computed(
      `(?:of|from|out of) (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?,? ${but} (?:just |only )?{n}(?: unfinished| open| of them)*`,
      says,
    ),
    computed(`<youve> (?:finished|heard to the end) (?:all|every one) but {n} of (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?`, says),
    computed(`{f} ${noun}(?: that)?(?: you(?: have)? played)?,? ${but}(?: unfinished| open)?`, (match) => {
      const { value, of } = match.slot('f') ?? { value: null, of: null }
      return value === null || of === null ? null : [`You finished ${of - value} of the ${of} ${named} that you played`]
    }, '', 'f S g'),
    computed(`<youve> played {n2} ${noun},? and ${but} (?:just |only )?{n}(?: of them)?(?: unfinished| open)?`, says),
    computed(
      `(?:all|every one) but {n} of (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?(?:,| are| were)? (?:finished|heard to the end)(?: by you)?`,
      says,
    ),
  ]
})

function published(match: Match): string[] | null {
  return typeof match.item?.fact.values['show'] === 'string' ? ['It was published in {D}'] : null
}

/** Who sits down with whom is the same either way round; a description says it once. */
function satDown(match: Match): string[] | null {
  const [host, guest] = [match.slot('N')?.text ?? '', match.start('PX')?.text ?? '']
  const said = match.facts.some((fact) => fact.fact.property === 'description' && fact.fact.statement.includes(`${host} sits down with ${guest}`))
  return !said || guest === '' || guest === host ? null : [`{N} sits down with ${guest}`]
}

const minute = 60_000

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** Where the chapter of a slot begins, in milliseconds. */
function startOf(match: Match, name: string): number | null {
  const values = match.slot(name)?.values ?? []
  const start = match.facts.find(({ fact }) => fact.property === 'chapter' && values.includes(String(fact.values['title'])))?.fact.values['startMs']
  return typeof start === 'number' ? start : null
}

/** How far a distance may be from what is said of it, in milliseconds below and above. */
const room: Readonly<Record<'plain' | 'about' | 'more', (said: number) => readonly [number, number]>> = {
  plain: (said) => [said - minute / 2, said + minute / 2 - 1],
  about: (said) => [said - Math.max(45_000, said * 0.1), said + Math.max(45_000, said * 0.1)],
  more: (said) => [said, said * 1.2],
}

/** Two chapters so far apart; `sign` 1: the second one comes later. */
function apart(sign: 1 | -1, how: keyof typeof room, half: boolean): (match: Match) => string[] | null {
  return (match) => {
    const [first, second] = [startOf(match, 'C'), startOf(match, 'C2')]
    if (first === null || second === null) return null
    const gap = (second - first) * sign
    const [low, high] = room[how](half ? 30 * minute : (match.slot('t')?.value ?? 0))
    return gap >= low && gap <= high ? ['{C} begins at {c}', `{C2} begins at ${clock(second)}`] : null
  }
}

const later = '(?: later| after(?: it| that| this| then)?| on| further on| down the line)'
const earlier = '(?: earlier| before(?: it| that| this)?| sooner)'
const amounts = [
  ['', 'plain'],
  ['(?:about |around |some |roughly |a good |good |almost |nearly |just under )', 'about'],
  ['(?:a little over |just over |a bit over |a little more than |more than |over )', 'more'],
] as const

const distances: readonly ParaphraseRule[] = ['{t}', 'half (?:an )?hour'].flatMap((length) =>
  (
    [
      [later, 1],
      [earlier, -1],
    ] as const
  ).flatMap(([word, sign]) =>
    amounts.map(([amount, how]) =>
      computed(
        `{C} (?:begins|starts|start|comes|opens|is|stands|is up)? ?(?:at )?{c}(?:,|;| and|, and| with)? {C2} (?:comes |begins |starts |follows |is up |is |arrives )?${amount}${length}${word}`,
        apart(sign, how, length !== '{t}'),
        '{C2}',
        'C C2 c t',
      ),
    ),
  ),
)

/** The chapter with which an episode begins. */
function opens(match: Match): string[] | null {
  return startOf(match, 'C') === 0 ? ['{C} begins at 0:00'] : null
}

const spoken: readonly ParaphraseRule[] = [
  computed('(?:its|the) (?:first|opening) chapter (?:is (?:called |named |titled )?)?{C}', opens, '{C}', 'C'),
  rule('{P}, (?:heard|speaking|who speaks|who is heard) (?:in|on) (?:{T}|{S}|this episode),? (?:is|was|says) {q}', '{P} says: {q}', '{T}'),
  rule(
    '(?:at {c},? )?(?:and )?{P}(?: (?:in|on|at) (?:this )?(?:{S}|{T})(?: episode)?| here)?(?: (?:was|is|speaks of|speaks about|talks of|talks about|mentions|names|has|calls it|remembers|recalls|describes it as|put it|puts it|says|said|asks|adds|warns|admits|notes))?(?: so| this way)?[,:]? {q}',
    '{P} says: {q}',
  ),
  rule(
    '{q},?(?: as)? {P} (?:says|said|puts it|put it|adds|admits|notes|asks|tells us|explains|recalls)(?: (?:in|on|at) (?:this )?(?:{S}|{T}))?',
    '{P} says: {q}',
  ),
]

const facts: readonly ParaphraseRule[] = [
  rule('(?:number|episode|no\\.|nr\\.) {o} (?:of|in|from) {S}', ['It is number {o} of {S}'], 'this episode of {S}'),
  rule("{S}[’']?s? (?:number|episode|no\\.) {o}", ['It is number {o} of {S}'], 'this episode of {S}'),
  computed(
    '(?:it |this |this one )?(?:was |is )?(?:first )?(?:published|released|aired|put out|went out|came out|appeared|went online|arrived)(?: first)? (?:back )?(?:on|in) {D}',
    (match) => published(match),
  ),
  computed('(?:out|dated|published) (?:since|from|on|in) {D}', (match) => published(match)),
  computed('(?:an|this) episode (?:from|of) {D}', (match) => published(match), 'an episode'),
  computed('(?:sits|sat|brunches|brunched) (?:down )?with {N}', (match) => satDown(match), '', 'N'),
  rule('{c} (?:brings|has|holds|is|is where|is when|opens|starts|marks|belongs to) {C}(?: starts| begins| comes)?', ['{C} begins at {c}'], '{C}'),
  rule(
    'at {c}(?: comes| there is| it is| starts| begins| follows| you get| you hear| you meet| awaits| the talk is of| the chapter is| stands| is)(?: a| the)?(?: chapter)?(?: called| named| titled| on)?,? {C}',
    ['{C} begins at {c}'],
    '{C}',
  ),
  rule(
    '{C}(?:,)? (?:and )?(?:begins|starts|comes|opens|is|is up|comes up|arrives|follows|waits|has to wait|kicks in|gets a chapter|has its chapter|gets its chapter|gets its turn|has a chapter|has its turn|is on|is due|appears|lands)(?: until| at| from)* {c}',
    ['{C} begins at {c}'],
    '{C}',
  ),
  rule('{C},? (?:from|at) {c}(?: on)?', ['{C} begins at {c}'], '{C}'),
  rule('of an episode (?:that is|that runs|of|that lasts) {c}(?: long)?', ['It is {c} long']),
  rule('{C} \\({c}\\)', ['{C} begins at {c}'], '{C}'),
  rule(
    '(?:a|the) (?:chapter|part|section) (?:called|named|titled|on) {C} (?:begins|starts|comes|opens|is|waits)(?: at| from)* {c}',
    ['{C} begins at {c}'],
    '{C}',
  ),
]

/** What this listener did with episodes, and when they came out. English. */
export const episodeParaphrases: readonly ParaphraseRule[] = [...plays, ...unfinished, ...distances, ...spoken, ...facts]
