import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const isOn = '{T} is on {R}'
const onlyByArtist = '{R} is the only {A} release in this catalogue'
const onlyOnLabel = '{R} is the only release on {L} in this catalogue'
const sole = '(?:the only|the one|the sole|the single|the one and only|all the)'

/** Behind a name and its verb or comma, the words are said of that name. */
const unowned = '(?<!⟩,? ?(?:is|was|are|,)? ?)'

/** "The earlier of two" is the first of two; of three it would be nothing. */
function firstOfTwo(template: string): (match: Match) => string[] | null {
  return (match) => (match.slot('n')?.value === 2 ? [template] : null)
}

const singles: readonly ParaphraseRule[] = [
  rule(`{R} is (?:all|everything)(?: that)? (?:the|this|our) catalogue (?:has|holds|knows|lists) (?:of|by|from) {A}`, onlyByArtist, '{R}'),
  rule(`{R} is (?:all|everything)(?: that)? (?:the|this|our) catalogue (?:has|holds|knows|lists) (?:of|by|from|on) {L}`, onlyOnLabel),
  rule(`{R},? (?:which is |is |was )?${sole} (?:{A} <rel>|<rel> (?:by|of|from) {A}|<rel> {A} has)<cat>`, onlyByArtist, '{R}'),
  rule(`{R},? (?:which is |is |was )?${sole} (?:{L} <rel>|<rel> (?:on|of|from|by) {L}|<rel> {L} has)<cat>`, onlyOnLabel, '{R}'),
  rule(
    `{A} (?:has|is here with|is represented by|comes with|appears with|shows up with) (?:just |only )?(?:a single|one|a lone) <rel><cat>[,:]? ?(?:and (?:it is|that is|this is) )?{R}`,
    onlyByArtist,
  ),
  rule(
    `{L} (?:has|is here with|is represented by|comes with|appears with|shows up with) (?:just |only )?(?:a single|one|a lone) <rel><cat>[,:]? ?(?:and (?:it is|that is|this is) )?{R}`,
    onlyOnLabel,
  ),
  rule(
    `{A} and {L} (?:each|both) have (?:just |only )?(?:a single|one) <rel><cat>(?:, and it is the same(?: one)?|, the same one)?[:,] {R}`,
    [onlyByArtist, onlyOnLabel],
    '{R}',
  ),
  rule(`(?:it|this|that) is ${sole} (?:{A} <rel>|<rel> (?:by|of|from) {A})<cat>`, ['{R^} is the only {A} release in this catalogue']),
  rule(`(?:it|this|that) is ${sole} (?:{L} <rel>|<rel> (?:by|of|from|on) {L})<cat>`, ['{R^} is the only release on {L} in this catalogue']),
  rule(`${unowned}(?:and )?(?:from |off |on |it is )?${sole} (?:one|<rel>) (?:on|of|from|by) {L}(?:<cat>)?`, [
    '{R^} is the only release on {L} in this catalogue',
  ]),
  rule(`${unowned}(?:and )?(?:from |off |on |it is )?${sole} (?:{A} <rel>|(?:one|<rel>) (?:of|from|by) {A})<cat>`, [
    '{R^} is the only {A} release in this catalogue',
  ]),
  rule(`${unowned}(?:and )?(?:from |off |on |it is )?${sole} {L} <rel><cat>`, ['{R^} is the only release on {L} in this catalogue']),
  rule(`(?:<cat>,? )?{A} has no other <rel>(?:<cat>)?`, ['{R^} is the only {A} release in this catalogue']),
  rule(`no other <rel> (?:by|of|from) {A} is in (?:this|the|our) catalogue`, ['{R^} is the only {A} release in this catalogue']),
  rule(`no other <rel> (?:on|of|from|by) {L} is in (?:this|the|our) catalogue`, ['{R^} is the only release on {L} in this catalogue']),
]

const firsts: readonly ParaphraseRule[] = [
  computed(
    '{R}(?:, from {y},|, {y},|,)? is the (?:earlier|older) of (?:the )?{n} {A} releases<cat>',
    firstOfTwo('{R} is the first of {n} {A} releases in this catalogue'),
    '{R}',
    'R A n',
  ),
  computed('the (?:earlier|older) of (?:the )?{n} {A} releases<cat>', firstOfTwo('{R^} is the first of {n} {A} releases in this catalogue'), '', 'A n'),
  rule(
    'of (?:the )?{n} (?:{A} releases|releases (?:by|of|from) {A})<cat>,? (?:the )?(?:{y} )?{R} (?:is|was|came|comes) (?:the )?(?:first|earliest|oldest)',
    '{R} is the first of {n} {A} releases in this catalogue',
    '{R}',
  ),
  rule(
    'of (?:the )?{n} (?:{L} releases|releases (?:on|of|from) {L})<cat>,? (?:the )?(?:{y} )?{R} (?:is|was|came|comes) (?:the )?(?:first|earliest|oldest)',
    '{R} is the first of {n} releases on {L} in this catalogue',
    '{R}',
  ),
  rule(
    '{R}(?:, from {y},|, {y},|,)? (?:is|was|comes) (?:the )?(?:first|earliest|oldest) (?:of|among) (?:the |its )?{n} (?:{L} releases|releases (?:on|of|from) {L})<cat>',
    '{R} is the first of {n} releases on {L} in this catalogue',
    '{R}',
  ),
  rule('{A} has {n} releases<cat>[,:;] (?:and )?(?:this|it|{R}) is (?:from )?the (?:first|earlier|earliest|older)(?: of them)?', [
    '{R^} is the first of {n} {A} releases in this catalogue',
  ]),
  rule('{L} has {n} releases<cat>[,:;] (?:and )?(?:this|it|{R}) is (?:from )?the (?:first|earlier|earliest|older)(?: of them)?', [
    '{R^} is the first of {n} releases on {L} in this catalogue',
  ]),
]

/** A track whose release is called the same. */
function isNamesake(match: Match): string[] | null {
  const titles = match.slot('T')?.values ?? []
  return match.facts.some(
    ({ fact }) =>
      fact.property === 'release' &&
      titles.includes(String(fact.values['title'])) &&
      String(fact.values['release']).replace(/\s*[([](?:LP|EP)[)\]]$/iu, '') === fact.values['title'],
  )
    ? []
    : null
}

const places: readonly ParaphraseRule[] = [
  computed(
    '{T} (?:shares its name with|has the same name as|bears the name of|is called like|is named like) (?:the|its) <rel>(?: it is on| that it is on| that holds it)?',
    isNamesake,
    '{T}',
    'T',
  ),
  rule('(?:released|issued|put out|published) in {y} (?:by|on) {L}', ['It came out on {L}', 'It is from {y}']),
  rule('(?:released|issued|put out|published) (?:by|on) {L} in {y}', ['It came out on {L}', 'It is from {y}']),
  rule('{R}, the <rel> (?:that |which )?{T} is (?:on|from|off|part of),?', isOn, '{R}'),
  rule('{R}, the <rel> (?:it|this|this track|this one) is (?:on|from|off|part of),?', ['It is on {R}'], '{R}'),
  rule('{R},? (?:the <rel> )?(?:from )?which (?:holds|has|carries|includes|contains) {T}', isOn, '{R}'),
  computed('{T} is (?:one|{n}) of its tracks', () => ['{T} is on {R^}'], '{T}'),
  rule('{R} (?:holds|carries|includes|contains) {T}', isOn, '{R}'),
  rule('{T} (?:is|sits|stands|appears|lives|lies|belongs|can be found|is found|is heard) (?:on|to|off|over on|inside) {R}', isOn, '{R}'),
  rule('{T} (?:comes|is|is taken|hails|stems|was taken|is drawn) (?:from|off|out of) {R}', isOn, '{R}'),
  rule(
    '(?:it|this|this one|this track) (?:sits|stands|appears|lives|belongs|comes|can be found) (?:on|to|off|from) (?:the <rel> )?{R}',
    ['It is on {R}'],
    '{R}',
  ),
  rule('{L} (?:put out|released|issued|brought out|published|put) {R}(?: out)? in {y}', ['{R} came out on {L}', '{R} is from {y}'], '{R}'),
  rule('{R},? (?:which )?{L} (?:put out|released|issued|brought out|published) in {y}', ['{R} came out on {L}', '{R} is from {y}'], '{R}'),
  rule('{R},? (?:which )?(?:the label )?{L} (?:put out|released|issued|brought out|published)', ['{R} came out on {L}'], '{R}'),
  rule('{L} (?:put out|released|issued|brought out|published) {R}', ['{R} came out on {L}'], '{R}'),
  rule('{R},? (?:was |is )?(?:put out|released|issued|brought out|published) (?:by|on|through) {L}(?: in {y})?', ['{R} came out on {L}'], '{R} {y}'),
  rule('{A} (?:put out|released|issued|brought out) {R} (?:on|through|with) {L}', ['{R} is by {A}', '{R} came out on {L}'], '{R}'),
  rule('{R} (?:dates from|dates to|goes back to|is of|came in|arrived in|appeared in|was new in) {y}', ['{R} is from {y}'], '{R}'),
  rule('(?:it|this one|this) (?:dates from|dates to|goes back to|dates back to|is of) {y}', ['It is from {y}']),
  rule('(?:among|one of) (?:the )?{n} artists (?:on|of) {R},?', ['{R} is a compilation of {n} artists'], 'on {R},'),
  rule('{A} is (?:one|among) (?:of )?(?:the )?{n} artists (?:on|of) {R}', ['{R} is a compilation of {n} artists'], '{A} is on {R}'),
]

/** What a release is, whose, and where it came out. English. */
export const releaseParaphrases: readonly ParaphraseRule[] = [...singles, ...firsts, ...places]
