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

const plays: readonly ParaphraseRule[] = [
  rule(`(?:of|from|out of) (?:the )?{n2} {S} episodes(?: that)?(?: you(?: have)? played| in your plays| in your history)?,? <youve> ${finished} {n}`, ofShow),
  rule(`(?:of|from|out of) (?:the )?{n2} episodes of {S}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`, ofShow),
  rule(
    `(?:of|from|out of) (?:the )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?,? <youve> ${finished} {n}`,
    aboutTopic,
  ),
  rule(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`, ofShow),
  rule(`<youve> ${finished} {n} (?:of|out of) (?:the |your )?{n2} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`, aboutTopic),
  rule(`<youve> played {n2} (?:{S} episodes|episodes of {S}),? (?:and )?${finished} {n}(?: of them| of those)?`, ofShow),
  rule(`<youve> played {n2} episodes (?:about|on|tagged) {g},? (?:and )?${finished} {n}(?: of them| of those)?`, aboutTopic),
  rule(
    `<youve> played {n} (?:{S} episodes|episodes of {S}),? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|all {n2}|both)`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  rule(
    `<youve> played {n} episodes (?:about|on|tagged) {g},? (?:and )?(?:${finished}) (?:them all|all of them|every one(?: of them)?|each(?: of them)?|both(?: of them)?)`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  rule(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} (?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} {S} episodes that you played',
  ),
  rule(
    `<youve> ${finished} (?:all|every one) (?:of )?(?:the |your )?{n} episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played| in your plays)?`,
    'You finished {n} of the {n} episodes about {g} that you played',
  ),
  rule(
    `<youve> ${finished} both (?:of )?(?:the |your )?episodes (?:about|on|tagged) {g}(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 episodes about {g} that you played',
  ),
  rule(
    `<youve> ${finished} both (?:of )?(?:the |your )?(?:{S} episodes|episodes of {S})(?: that)?(?: you(?: have)? played)?`,
    'You finished 2 of the 2 {S} episodes that you played',
  ),
  rule(
    `{n} (?:finished|heard to the end) (?:out )?of {n2} played[:,]? (?:that is |so it stands with |so goes |with )?(?:you and |between you and )?{S}`,
    ofShow,
  ),
  rule(`{S}: {n} (?:finished|heard to the end) (?:out )?of {n2} played`, ofShow),
  rule(`{S},? {n} (?:of|out of) (?:the )?{n2} ${episodes}? ?(?:finished|heard to the end)`, ofShow),
  rule(
    `{n} (?:of|out of) (?:the |your )?{n2} {S} episodes(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    ofShow,
  ),
  rule(
    `{n} (?:of|out of) (?:the |your )?{n2} episodes about {g}(?: that)? (?:you(?: have)? played )?(?:were |are |have been |you )?(?:finished|heard to the end)`,
    aboutTopic,
  ),
]

const unfinished: readonly ParaphraseRule[] = ['{S} episodes', 'episodes of {S}', 'episodes (?:about|on|tagged) {g}'].flatMap((noun) => {
  const of = noun.includes('{S}') ? '{S} episodes' : 'episodes about {g}'
  const says = (match: Match): string[] | null => {
    const count = left(match, 'n2', 'n')
    return count === null ? null : [`You finished ${count} of the {n2} ${of} that you played`]
  }
  const but = `(?:you )?(?:left|did not finish|didn[’']t finish|have not finished|haven[’']t finished|have left|gave up on|broke off|abandoned|never finished)`
  return [
    computed(
      `(?:of|from|out of) (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?,? ${but} (?:just |only )?{n}(?: unfinished| open| of them)*`,
      says,
    ),
    computed(`<youve> (?:finished|heard to the end) (?:all|every one) but {n} of (?:the |your )?{n2} ${noun}(?: that)?(?: you(?: have)? played)?`, says),
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

const room = { exact: [0.92, 1.08], more: [1, 1.2], less: [0.8, 1] } as const

/** Two chapters so far apart; `sign` 1: the second one comes later. */
function apart(sign: 1 | -1, how: keyof typeof room, factor = 1, named: readonly [string, string] = ['C', 'C2']): (match: Match) => string[] | null {
  return (match) => {
    const [first, second] = [startOf(match, named[0]), startOf(match, named[1])]
    const said = (match.slot('t')?.value ?? 0.5 * 60 * minute) * factor
    if (first === null || second === null) return null
    const gap = (second - first) * sign
    const [low, high] = room[how]
    const slack = how === 'exact' ? Math.max(30_000, 0) : 0
    return gap >= said * low - slack && gap <= said * high + slack
      ? [`{${named[0]}} begins at ${clock(first)}`, `{${named[1]}} begins at ${clock(second)}`]
      : null
  }
}

const later = '(?: later| after(?: it| that| this| then)?| on| further on| down the line)'
const earlier = '(?: earlier| before(?: it| that| this)?| sooner)'
const about = '(?:about |around |some |roughly |a good |good |almost |nearly |just )?'
const over = '(?:a little over |just over |a bit over |a little more than |more than |over )'

const distances: readonly ParaphraseRule[] = [
  ['{t}', 1],
  ['half (?:an )?hour', 0.5],
].flatMap(([source]) =>
  (
    [
      [later, 1],
      [earlier, -1],
    ] as const
  ).flatMap(([word, sign]) =>
    (
      [
        [about, 'exact'],
        [over, 'more'],
      ] as const
    ).map(([more, how]) =>
      computed(
        `{C} (?:begins|starts|start|comes|opens|is|stands|is up)? ?(?:at )?{c}(?:,|;| and| with)? {C2} (?:comes |begins |starts |follows |is up |is |arrives )?${more}${String(source)}${word}`,
        apart(sign, how),
        '{C2}',
        'C C2 t',
      ),
    ),
  ),
)

const spoken: readonly ParaphraseRule[] = [
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
  rule('(?:number|episode|no\\.|nr\\.) {o} (?:of|in|from) {S}', ['It is number {o} of {S}'], 'it'),
  rule("{S}[’']?s? (?:number|episode|no\\.) {o}", ['It is number {o} of {S}'], 'it'),
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
    '{C}(?:,)? (?:begins|starts|comes|opens|is|is up|comes up|arrives|follows|waits|has to wait|kicks in|gets a chapter|has its chapter|gets its chapter|gets its turn|has a chapter|has its turn|is on|is due|appears|lands)(?: until| at| from)* {c}',
    ['{C} begins at {c}'],
    '{C}',
  ),
  rule('{C},? (?:from|at) {c}(?: on)?', ['{C} begins at {c}'], '{C}'),
  rule('{C} \\({c}\\)', ['{C} begins at {c}'], '{C}'),
  rule(
    '(?:a|the) (?:chapter|part|section) (?:called|named|titled|on) {C} (?:begins|starts|comes|opens|is|waits)(?: at| from)* {c}',
    ['{C} begins at {c}'],
    '{C}',
  ),
]

/** What this listener did with episodes, and when they came out. English. */
export const episodeParaphrases: readonly ParaphraseRule[] = [...plays, ...unfinished, ...distances, ...spoken, ...facts]
