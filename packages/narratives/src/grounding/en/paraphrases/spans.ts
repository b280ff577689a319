import { computed, recast, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const both = ['You first played {A} in {m}', 'You last played {A} in {m2}']
const meanwhile = '(?:from|between) {m} (?:to|until|till|and) {m2}'

/** What a fact says of the episodes of a show or a topic. */
function finishedOf(match: Match, part: string): readonly [finished: number, of: number] | null {
  const count = match.slot(part)?.value ?? null
  const named = [...(match.slot('S')?.values ?? []), ...(match.slot('g')?.values ?? [])].map((value) => value.toLowerCase())
  const fact = match.facts.find(
    ({ fact: { values } }) => typeof values['finished'] === 'number' && named.includes(String(values['show'] ?? values['topic']).toLowerCase()),
  )
  const [finished, of] = [Number(fact?.fact.values['finished']), Number(fact?.fact.values['of'])]
  return fact !== undefined && count !== null && of - finished === count ? [finished, of] : null
}

function leaves(noun: string, named: string): (match: Match) => string[] | null {
  return (match) => {
    const found = finishedOf(match, 'n')
    const total = match.slot('n2')?.value ?? found?.[1]
    return found === null || total !== found[1] ? null : [`You finished ${found[0]} of the ${found[1]} ${noun} that you played`.replace(noun, named)]
  }
}

function ofFinished(match: Match, fits: (finished: number, of: number) => boolean): string[] | null {
  const named = [...(match.slot('S')?.values ?? []), ...(match.slot('g')?.values ?? [])].map((value) => value.toLowerCase())
  const values = match.facts.find(
    ({ fact }) => named.includes(String(fact.values['show'] ?? fact.values['topic']).toLowerCase()) && fact.values['of'] !== undefined,
  )?.fact.values
  const [finished, of] = [Number(values?.['finished']), Number(values?.['of'])]
  if (!fits(finished, of)) return null
  return [`You finished ${finished} of the ${of} ${match.slot('S') === undefined ? 'episodes about {g}' : '{S} episodes'} that you played`]
}

/** Nothing was left, and as many as are said, where a number is. */
function allFinished(match: Match): string[] | null {
  return ofFinished(match, (finished, of) => finished === of && (match.slot('n')?.value ?? of) === of)
}

/** Of the show of the item. */
function ofShow(match: Match): string[] | null {
  const show = match.item?.fact.values['show']
  const values = match.facts.find(({ fact }) => fact.property === 'show-plays' && fact.values['show'] === show)?.fact.values
  if (values === undefined || values['finished'] !== match.slot('n')?.value) return null
  return [`You finished ${String(values['finished'])} of the ${String(values['of'])} ${String(show)} episodes that you played`]
}

/** As many as are said, of whichever number. */
function partFinished(match: Match): string[] | null {
  return ofFinished(match, (finished) => finished === match.slot('n')?.value)
}

/** Whom this listener played, in whichever year. */
function isKnown(match: Match): string[] | null {
  return match.facts.some(
    ({ fact }) => /^artist-(?:plays|first-play|last-play)$/u.test(fact.property) && match.slot('A')?.values.includes(String(fact.values['artist'])) === true,
  )
    ? []
    : null
}

/** The one tag that the sentence names. */
function thatTag(match: Match): string | null {
  const [tag, ...others] = new Map(match.all('g').map((slot) => [slot.values[0], slot])).values()
  return tag === undefined || others.length > 0 ? null : `releases tagged ${tag.mark}`
}

const spans: readonly ParaphraseRule[] = [
  rule(`${meanwhile},? <youve> (?:played|had|heard|kept|followed) {A}(?: around| with you)?`, both),
  rule(`<youve> (?:played|had|heard|kept|followed) {A}(?: around)? ${meanwhile}`, both),
  rule(`{A} (?:was|were|has been) (?:with you|in your plays|around) ${meanwhile}`, both),
  rule(`{A} (?:came|got|found a way|made it|stepped) into your (?:plays|history) in {m}`, ['You first played {A} in {m}'], '{A}'),
  rule('<youve> (?:met|came to|got to|found|discovered) {A} (?:for the first time )?in {m}', ['You first played {A} in {m}'], '{A}'),
  rule('it was {m} when <youve> first (?:heard|played|met) {A}', ['You first played {A} in {m}']),
  rule('nothing (?:by|from|of) {A} since {m}(?: in your plays)?', ['You last played {A} in {m}']),
  rule('(?:it has been |it is )?(?:quiet|silent|a while) (?:between|for|with) you and {A}(?: since {m})?', ['You last played {A} in {m}']),
  reword('(?:<youve> )pressed play on {A}', 'you played {A}'),
  computed('{A} (?:is|are) (?:not new|no stranger|no strangers|not unknown) to you', isKnown, '', 'A'),
]

const tags: readonly ParaphraseRule[] = [
  recast('releases? (?:with|under|of|bearing) (?:that|this) tag', thatTag),
  rule('{g} would be (?:a|your) first(?: for you)?', ['You have no plays of releases tagged {g}']),
  rule('not one of your plays (?:comes|is|was|came) from (?:a |any )?releases? (?:with|under|that has|that bears) (?:that|this|the) tag', [
    'You have no plays of releases tagged {g^}',
  ]),
  rule('not one of your plays (?:comes|is|was|came) from (?:a |any )?releases? tagged {g}', ['You have no plays of releases tagged {g}']),
  rule(
    ',? ?(?:and )?(?:a tag (?:that|which|with|you)|(?:and )?that tag) (?:has had |has |have |gave |with )?{n} plays (?:from you|of yours|behind it|to|in your history)?',
    ['You played tracks from releases tagged {g^} {n} times'],
  ),
  rule('{g} is (?:one of the tags|one of its tags|among the tags|a tag) (?:on|of) the (?:record|release)', ['The release is tagged {g}']),
]

const finishes: readonly ParaphraseRule[] = [
  computed('{n} {S} episodes (?:out )?of {n2} (?:are|were) (?:left )?unfinished(?: on your side| by you)?', leaves('X', '{S} episodes'), '', 'n n2 S'),
  computed(
    '<youve> left {f} (?:of your )?{S} episodes unfinished',
    (match) => {
      const { value, of } = match.slot('f') ?? { value: null, of: null }
      return value === null || of === null ? null : [`You finished ${of - value} of the ${of} {S} episodes that you played`]
    },
    '',
    'f S',
  ),
  computed('{n} {S} episodes (?:that )?you left unfinished', leaves('X', '{S} episodes'), '', 'n S'),
  computed('{n} episodes (?:about|on) {g} (?:that )?you left unfinished', leaves('X', 'episodes about {g}'), '', 'n g'),
  computed(
    '(?:the other )?{n} you (?:heard to the end|finished|heard out)',
    (match) => {
      const fact = match.facts.find(({ fact: { property, values } }) => property === 'show-plays' && values['finished'] === match.slot('n')?.value)
      return fact === undefined
        ? null
        : [
            `You finished ${String(fact.fact.values['finished'])} of the ${String(fact.fact.values['of'])} ${String(fact.fact.values['show'])} episodes that you played`,
          ]
    },
    '',
    'n',
  ),
  ...['{S} episodes', 'episodes (?:about|on|tagged) {g}'].flatMap((noun) => {
    const says = `You finished {n} of the {n} ${noun.includes('{S}') ? '{S} episodes' : 'episodes about {g}'} that you played`
    return [
      rule(`{n} ${noun},? (?:and )?you (?:also )?(?:finished|heard out|completed) (?:each|all|every one)(?: of (?:them|these))?`, says),
      rule(`{n} ${noun},? (?:each|all|every one)(?: of (?:them|these))? (?:finished|heard to the end|completed)`, says),
      rule(`all {n} ${noun} (?:that )?you (?:started|began|played|opened) you (?:also )?finished`, says),
    ]
  }),
  rule('{S} and you: {n} episodes (?:played|heard|started),? (?:and )?{n2}(?: of (?:them|these))? (?:to the end|finished|heard out)', [
    'You finished {n2} of the {n} {S} episodes that you played',
  ]),
  computed('<youve> (?:finished|heard to the end) {n} of its episodes', ofShow, '', 'n'),
  computed(
    'every(?: single)? {S} episode (?:that )?you (?:started|began|played|opened),? you (?:also )?finished(?:, all {n}(?: of them)?)?',
    allFinished,
    '',
    'S n',
  ),
  computed(
    'every(?: single)? episode (?:about|on|tagged) {g} (?:that )?you (?:started|began|played|opened),? you (?:also )?finished(?:, all {n}(?: of them)?)?',
    allFinished,
    '',
    'g n',
  ),
  computed('<youve> (?:seen|heard|followed) {n} {S} episodes (?:through )?(?:to|until|till) the (?:very )?end', partFinished, '', 'S n'),
  rule('{n} episodes (?:about|on) {g}, {n2} (?:of them )?(?:finished|heard to the end)', ['You finished {n2} of the {n} episodes about {g} that you played']),
  rule('{n} {S} episodes, {n2} (?:of them )?(?:finished|heard to the end)', ['You finished {n2} of the {n} {S} episodes that you played']),
  rule('{n} of {n2}[:,] that is how many {S} episodes <youve> (?:finished|heard to the end|stayed with until the end|stayed with to the end)', [
    'You finished {n} of the {n2} {S} episodes that you played',
  ]),
  rule('{f}[:,] that is how many {S} episodes <youve> (?:finished|heard to the end|stayed with until the end|stayed with to the end)', [
    'You finished {f} {S} episodes that you played',
  ]),
]

/** "The seven other tracks" of eight. */
function ofMany(match: Match): string[] | null {
  const others = match.slot('n')?.value ?? null
  return others === null ? null : [`It is the longest of the ${others + 1} tracks of ${match.slot('R') === undefined ? '{R^}' : '{R}'}`]
}

const rest = '(?:anything else|everything else|any other track|any other|every other track|all the others|the rest|all other tracks)'

const longest: readonly ParaphraseRule[] = [
  rule(`(?:longer|more) than ${rest} (?:on|of) {R}`, ['It is the longest track of {R}']),
  computed('(?:longer|more) than (?:the )?(?:{n} other|other {n}) tracks (?:on|of) {R}', ofMany, '', 'n R'),
  rule('nothing (?:else )?(?:on|of) {R} (?:takes|runs|lasts|is|goes on) longer than {T}', ['{T} is the longest track of {R}'], '{T}'),
  rule('no(?:thing| track) (?:else )?(?:on|of) {R} (?:takes|runs|lasts|is|goes on) longer', ['It is the longest track of {R}']),
]

/** Plays of tracks of the release that holds the item. */
function ofItsRelease(match: Match): string[] | null {
  const title = match.item?.fact.values['title']
  const release = match.facts.find(({ fact }) => fact.property === 'release' && fact.values['title'] === title)?.fact.values['release']
  return typeof release === 'string' ? [`You played tracks of “${release}” {n} times`] : null
}

const counts: readonly ParaphraseRule[] = [
  computed("{n}(?: plays)? of (?:this|the|its) (?:record|release)[’']s tracks(?: in all)?", ofItsRelease, '', 'n'),
  computed('(?:where |and )?(?:the other {n}|the {n} other) tracks (?:of it |on it )?are (?:all )?shorter', ofMany, '', 'n'),
  rule('<youve> know {R} from {n} plays(?: of its tracks)?', ['You played tracks of {R} {n} times']),
  rule('(?:with |after )?{n} plays of (?:its|the) tracks', ['You played tracks of {R^} {n} times']),
  rule("{n} plays(?:[’'])? worth of {R}", ['You played tracks of {R} {n} times'], '{R}'),
  rule('{A} has {n} releases<cat>,? and {R}(?:,? from {y}|,? of {y}|, {y})?,? (?:came|was|is) (?:the )?(?:first|earliest|oldest)', [
    '{R} is the first of {n} {A} releases in this catalogue',
  ]),
  rule('{R} is all (?:that )?(?:this catalogue has|there is here) (?:from|by|of) {A}', ['{R} is the only {A} release in this catalogue']),
  rule('{R} holds everything (?:that )?(?:this catalogue has|there is here) (?:from|by|of) {A}', ['{R} is the only {A} release in this catalogue'], '{R}'),
  rule('(?:hardly|barely) (?:anybody|anyone) here has (?:found|heard|played|met) (?:it|this|{T})[:;,] fewer than {n} (?:listeners|people)', [
    'Fewer than {n} listeners here have played it',
  ]),
  rule('one of {n} artists on (?:the )?{R}', ['{R} is a compilation of {n} artists'], 'on {R}'),
]

/** From when to when, and what is left over. English. */
export const spanParaphrases: readonly ParaphraseRule[] = [...spans, ...tags, ...finishes, ...longest, ...counts]
