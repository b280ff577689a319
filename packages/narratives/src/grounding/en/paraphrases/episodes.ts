import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

function published(match: Match): string[] | null {
  return typeof match.item?.fact.values['show'] === 'string' ? ['It was published in {D}'] : null
}

/** A chapter that is called an interview with somebody. */
function interviewed(match: Match): string[] | null {
  const [who, clock] = [match.slot('N')?.text ?? '', match.slot('c')?.value ?? null]
  const chapter = match.facts.find(({ fact }) => fact.property === 'chapter' && fact.values['title'] === `Interview with ${who}`)
  const start = chapter?.fact.values['startMs']
  return typeof start === 'number' && clock !== null && Math.floor(start / 1_000) * 1_000 === clock ? [`“Interview with ${who}” begins at {c}`] : null
}

/** Who sits down with whom is the same either way round; a description says it once. */
function satDown(match: Match): string[] | null {
  const [host, guest] = [match.slot('N')?.text ?? '', match.start('PX')?.text ?? '']
  const said = match.facts.some((fact) => fact.fact.property === 'description' && fact.fact.statement.includes(`${host} sits down with ${guest}`))
  return !said || guest === '' || guest === host ? null : [`{N} sits down with ${guest}`]
}

const spoken: readonly ParaphraseRule[] = [
  rule('{P}, (?:heard|speaking|who speaks|who is heard) (?:in|on) (?:{T}|{S}|this episode),? (?:is|was|says) {q}', '{P} says: {q}', '{T}'),
  rule(
    '(?:at {c},? )?(?:and )?{P}(?: (?:in|on|at) (?:this )?(?:{S}|{T})(?: episode)?| here)?(?: (?:was|is|speaks of|speaks about|talks of|talks about|mentions|names|has|calls it|remembers|recalls|describes it as|put it|puts it|says|said|asks|adds|warns|admits|notes|mentions|brings up|lets slip|has this to say|has this tip|has a tip|is sure of one thing|is sure of this|is clear about one thing|sums it up|promises|offers|tells it|tells it so))?(?: so| this way)?[,:]? {q}',
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
  rule('{c} (?:brings|has|holds|is|is where|is when|opens|starts|marks|belongs to) {C}(?: starts| begins| comes)?', ['{C} begins at {c}'], '{C} at {c}'),
  rule(
    'at {c}(?: comes| there is| it is| starts| begins| follows| you get| you hear| you meet| awaits| the talk is of| the chapter is| stands| is)(?: a| the)?(?: chapter)?(?: called| named| titled| on)?,? {C}',
    ['{C} begins at {c}'],
    '{C} at {c}',
  ),
  rule(
    '{C}(?:,)? (?:and )?(?:begins|starts|comes|opens|is at|is up|comes up|arrives|follows|waits|has to wait|kicks in|gets a chapter|has its chapter|gets its chapter|gets its turn|has a chapter|has its turn|is on|is due|appears|lands)(?: until| at| from)* {c}',
    ['{C} begins at {c}'],
    '{C} at {c}',
  ),
  rule('{C},? (?:from|at) {c}(?: on)?', ['{C} begins at {c}'], '{C} at {c}'),
  computed('{N} is interviewed (?:from|at) {c}(?: on)?', interviewed, '', 'N c'),
  computed('(?:an|the) interview with {N} (?:starts|begins|comes|is) (?:from|at) {c}(?: on)?', interviewed, '', 'N c'),
  computed('at {c},? (?:comes |there is |begins |starts )?(?:an|the) interview with {N}', interviewed, '', 'N c'),
  rule('of an episode (?:that is|that runs|of|that lasts) {c}(?: long)?', ['It is {c} long']),
  rule('{C} \\({c}\\)', ['{C} begins at {c}'], '{C} at {c}'),
  rule(
    '(?:a|the) (?:chapter|part|section) (?:called|named|titled|on) {C} (?:begins|starts|comes|opens|is|waits)(?: at| from)* {c}',
    ['{C} begins at {c}'],
    '{C} at {c}',
  ),
]

/** When an episode came out, who speaks in it, and where its chapters begin. */
export const episodeParaphrases: readonly ParaphraseRule[] = [...spoken, ...facts]
