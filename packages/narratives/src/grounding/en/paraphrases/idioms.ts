import { computed, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

/** Facts of these properties name what this listener played, each under one of these keys. */
const played = /^(?:artist|release|label|tag|show|topic)-(?:plays|first-play|last-play)$/u

/** What this listener played, in whichever year. */
function isKnown(name: string): (match: Match) => string[] | null {
  return (match) => {
    const said = (name === '' ? match.subject() : match.slot(name))?.values.map((value) => value.toLowerCase()) ?? []
    const known = match.facts.some(
      ({ fact }) => played.test(fact.property) && Object.values(fact.values).some((value) => typeof value === 'string' && said.includes(value.toLowerCase())),
    )
    return known ? [] : null
  }
}

/** The artist of the item is one whom this listener played. */
function isKnownMaker(match: Match): string[] | null {
  const artist = match.item?.fact.values['artist']
  return match.facts.some(({ fact }) => /^artist-(?:plays|first-play|last-play)$/u.test(fact.property) && fact.values['artist'] === artist) ? [] : null
}

/** A track that is over before you know it lasts less than three minutes. */
function isShort(match: Match): string[] | null {
  return match.facts.some(({ fact }) => fact.property === 'track-length' && Number(fact.values['durationMs']) < 180_000) ? [] : null
}

const familiar = '(?:not new|nothing new|no news|no stranger|no strangers|not unknown|not foreign|not a stranger|known|familiar|an old acquaintance)'

const familiarity: readonly ParaphraseRule[] = [
  ...['A', 'R', 'L', 'S', 'g'].map((kind) =>
    computed(`{${kind}} (?:is|are) ${familiar} (?:to|for) you`, isKnown(kind), kind === 'g' ? '' : `{${kind}}`, `${kind} *`),
  ),
  computed(
    '{A} (?:is|are) (?:a name|an artist|somebody|someone|one) (?:that |whom |who )?you (?:know|have met|have heard|have played)',
    isKnown('A'),
    '{A}',
    'A',
  ),
  computed('{L} is a label (?:that )?you (?:know|have met|have heard|have played)(?: well)?', isKnown('L'), '{L}', 'L'),
  reword('opens nothing new', 'waits'),
  computed('(?:it|they|this|this name|this artist) (?:has|have) been in your (?:ears|plays|history) before', isKnownMaker, ''),
  computed('(?:is|are) (?:over|done|gone) before you know it', isShort, 'is short'),
  reword('(?<=\\b(?:know|knew|played|heard|met|had|have) [^,;:.]{0,60})already', ''),
  reword('already(?= (?:know|played|heard|met))', ''),
]

const unheard =
  '(?:a first(?: for you)?|your first|new ground(?: for you| in your plays)?|new to you|new territory(?: for you)?|unknown to you|missing (?:from|in) your (?:plays|history)|absent from your (?:plays|history)|not in your (?:plays|history))'
const noPlays = 'You have no plays of releases tagged {g}'

const absence: readonly ParaphraseRule[] = [
  rule(`{g} (?:is|would be|will be|has been) ${unheard}`, [noPlays]),
  rule(`(?:releases|records) (?:tagged|with the tag|under) {g} (?:are|have been) (?:missing from|absent from|not in) your (?:plays|history|listening)`, [
    noPlays,
  ]),
  rule('your first {g} (?:could|would|might|may|can) be (?:this|this one|it|here)', [noPlays]),
  rule('there are none from releases tagged (?:so|that|like that|with it)', ['You have no plays of releases tagged {g^}']),
]

/** A track that the sentence calls "its" is the item. */
function isItem(match: Match): string[] | null {
  return match.slot('T')?.values.includes(String(match.item?.fact.values['title'])) === true ? [] : null
}

/** The artist of the item put out the release that the item is on. */
function madeByArtist(match: Match): string[] | null {
  const { title, artist } = match.item?.fact.values ?? {}
  const own = match.slot('A')?.values.includes(String(artist)) === true
  const release = match.facts.some(
    ({ fact: { property, values } }) =>
      property === 'release' && values['title'] === title && match.slot('R')?.values.includes(String(values['release'])) === true,
  )
  return own && release ? ['{R} is from {y}'] : null
}

/** "Two more, and this came first": the first of three. */
function firstOfMore(match: Match): string[] | null {
  const count = match.slot('n')?.value ?? null
  const fact = match.facts.find(
    ({ fact: { property, values } }) => property === 'first-release-by-artist' && match.slot('A')?.values.includes(String(values['artist'])) === true,
  )
  return count === null || fact === undefined || fact.fact.values['of'] !== count + 1
    ? null
    : [`“${String(fact.fact.values['release'])}” is the first of ${count + 1} {A} releases in this catalogue`]
}

const places: readonly ParaphraseRule[] = [
  reword('(?<!\\b(?:came|come|comes|were|was|went|got|are|is|not|and|play|played) )back in {D}', 'in {D}'),
  reword(
    '(?:that |which )?(?:you (?:can|may|will) (?:find|get|hear|meet)|you find|there (?:is|are)|(?:can|may) be found|to be found|on offer|to find|we (?:have|hold|list)) here',
    'here',
  ),
  rule('{L} is the label', ['It came out on {L}']),
  rule('(?:and )?{y} (?:is |was )?the year(?=[,;.]|$| and)', ['It is from {y}']),
  rule('(?<!⟨#g\\d+⟩,? |with )(?:and )?{g} (?:is )?(?:one of the tags|one of its tags)', ['The release is tagged {g}']),
  rule(
    '(?:since {y},? )?the (?:number|count|tally) of {L} tracks in your (?:plays|history) (?:has )?(?:is|stands|grown|come|risen|got|gone up)(?: up)?(?: to| at)? {n}',
    ['You played {n} tracks of {L} since {y}'],
  ),
  rule('no(?:body|thing| one) else (?:on|from|of) {L} is (?:in this catalogue|here)', ['The release is the only release on {L} in this catalogue']),
  rule('nothing else (?:by|from|of) {A} is (?:in this catalogue|here)', ['The release is the only {A} release in this catalogue']),
  computed(
    '{A} (?:made|has|put out|released) {n} (?:more|other|further) (?:releases|records)(?:<cat>)?[;,:.]? ?(?:and |but )?(?:this|it|this one|{R}) (?:came|is|was|comes) (?:the )?(?:first|earliest|oldest)',
    firstOfMore,
    '',
    'A n R',
  ),
  computed('{A} (?:put out|released|issued|brought out) {R} in {y}', madeByArtist, '{R}', 'A R y'),
  reword('is (?:represented|present) (?:here )?(?:by|with)', 'has'),
  reword('(?:came|comes|was|is|were) (?:before|ahead of|earlier than) (?:all )?(?:of )?(?:the|its) (?:others|other ones|rest|other releases)', 'is the first'),
  rule('{R} is all (?:that )?we have (?:here )?(?:of|by|from) {A}', ['{R} is the only {A} release in this catalogue']),
  rule('(?:its|the) (?:release|record|album) is all (?:that )?(?:we have|there is|you find|you can find)(?: here)? (?:of|by|from) {A}', [
    '{R^} is the only {A} release in this catalogue',
  ]),
  rule("{L}[’']s (?:first|oldest|earliest) release<cat>", ['It is on the first release of {L} in this catalogue']),
  rule("(?:from |off |on )?the label[’']s (?:first|oldest|earliest) release<cat>", ['{R^} is the first release on {L^} in this catalogue']),
  reword('(?:comes|came|reaches|gets) to you from {y}', 'is from {y}'),
  computed("{T}[’']s (?:release|record)", isItem, 'its release', 'T'),
  reword('(?:there is|there are) (?:talk|word|chapters?|something) (?:of|about|on) {C}', 'there are chapters on {C}'),
]

const fillers: readonly ParaphraseRule[] = [
  reword(',? ?(?:to be (?:exact|precise)|in so many words|no less|no more and no less|and counting)', ''),
  reword('in (?:just |only |exactly )?(?:one|a single|⟨#n\\d+⟩) year(?=[:,;.])', ''),
  reword('some (?={t}|{n})'.replaceAll('{t}', '⟨#t\\d+⟩').replaceAll('{n}', '⟨#n\\d+⟩'), 'about '),
  reword('(?:a|one|the) (?:slice|chunk|piece|bit|stretch|helping) of (?=(?:the|an?|your|its) )', 'from '),
]

/** Set phrases, which say in many words what one of the rules behind these knows in few. English. */
export const idioms: readonly ParaphraseRule[] = [...fillers, ...places, ...absence, ...familiarity]
