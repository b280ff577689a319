import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const firstPlay = 'You first played {A} in {D}'
const lastPlay = 'You last played {A} in {D}'
const inYear = 'You played {A} {n} times in {y}'
const met =
  '(?:first )?(?:met|discovered|found|encountered|came across|came upon|came to|came by|got to know|began with|began playing|started with|started playing|started on|turned to|took up|tried)'
const heard = '(?:played|heard|put on|listened to|turned to|reached for|went to|spun|streamed|been back to|returned to|come back to|gone back to|gone to)'
const here = '(?:your (?:plays|history|listening|shelf|rotation|ears)|you)'

/** A year of a date: "2017" of "2017-11". */
function yearOf(date: string | null | undefined): string | null {
  return date?.slice(0, 4) ?? null
}

/** The year that the last date before the match names. */
function yearBefore(match: Match): string | null {
  return yearOf(match.before('D')?.date)
}

function inYearOf(name: string, year: (match: Match) => string | null): (match: Match) => string[] | null {
  return (match) => {
    const found = year(match)
    return found === null || !/^\d{4}$/u.test(found) ? null : [`You played {${name}} {n} times in ${found}`]
  }
}

/** When this listener first and last played an artist. */
const ends: readonly ParaphraseRule[] = [
  rule(`(?:and )?<youve> ${met} {A~} (?:back )?in {D}`, firstPlay),
  rule(`(?:and )?<youve> (?:first )?(?:played|heard|put on) {A~} (?:for the first time |first )(?:back )?in {D}`, firstPlay),
  rule(`(?:and )?<youve> (?:first )(?:played|heard|put on|listened to) {A~} (?:back )?in {D}`, firstPlay),
  rule(`in {D},? <youve> (?:first )?(?:met|discovered|found|first played|first heard|came across|got to know) {A~}`, firstPlay),
  rule(
    `{A} (?:first )?(?:came|entered|turned up|appeared|showed up|arrived|stepped|joined|walked|landed|got)(?: in| into| to| on)* ${here} (?:first )?(?:back )?in {D}`,
    firstPlay,
  ),
  rule(`in {D},? {A} (?:first )?(?:came|entered|turned up|appeared|showed up|arrived|stepped|joined|walked|landed)(?: in| into| to| on)* ${here}`, firstPlay),
  rule(`{A} (?:has|have) been (?:in|on|with|part of)? ?${here} since {D}`, firstPlay),
  rule(`<youve> (?:had|known|played|kept|had) {A~} (?:in your plays |in your history |around )?since {D}`, firstPlay),
  rule(
    `your (?:first|earliest) (?:play of {A}|{A} play|listen to {A}|{A} listen) (?:was|came|is|dates|dates from|dates back|fell|happened|goes back|is from|was back)(?: in| to| from)+ {D}`,
    firstPlay,
  ),
  rule(
    `your (?:plays of {A}|{A} plays|history with {A}|time with {A}|{A} history|{A} listening) (?:began|begin|begins|start|starts|started|go back|goes back|date back|dates back|reach back|reaches back|date|dates|went back|open|opens|opened)(?: in| to| with| from)+ {D}`,
    firstPlay,
  ),
  rule(`{A}, (?:whom |who |which |that )?<youve> (?:first )(?:played|heard|met|put on) in {D},?`, firstPlay, '{A}'),
  rule(`{A}, (?:whom |who |which )?<youve> (?:met|discovered|found) in {D},?`, firstPlay, '{A}'),
  rule(`{A}, (?:first|new to you|met) (?:played|heard|met|in)? ?in {D},`, firstPlay, '{A}'),
  rule(`{A}, (?:whom |who |which |that )?<youve> last (?:played|heard|put on) in {D},?`, lastPlay, '{A}'),
  rule(`{A}, last (?:played|heard|put on) in {D},?`, lastPlay, '{A}'),
  rule(`(?:and |but )?<youve> last ${heard} {A~} in {D}`, lastPlay),
  rule(`(?:and |but )?(?:<youve> )?${heard} {A~} (?:last|for the last time|one last time)(?:, so far,)? in {D}`, lastPlay),
  rule(`(?:and|but) for the last time(?:, so far,|, so far| so far)? in {D}`, ['You last played {A^} in {D}']),
  rule(`(?:and|but) (?:then )?last in {D}`, ['You last played {A^} in {D}']),
  rule(
    `(?:and |but )?(?:your|the) (?:last|latest|most recent|final) (?:play of {A}|{A} play) (?:was|came|fell|is|dates from|is from|was back|happened)(?: in)? {D}`,
    lastPlay,
  ),
  rule(
    `(?:and |but )?(?:your|the) (?:last|latest|most recent|final) (?:one of all |of all |one |play |of them |of those |of these |of these plays |listen )?(?:was |came |fell |is |dates from |being )?(?:back )?(?:in|from) {D}`,
    ['You last played {A^} in {D}'],
  ),
  rule(
    `(?:and |but )?(?:no|nothing|not a play|none|no plays?|not one play|not a single play|no more)(?: of| by| from)? {A}(?: from you| in your plays| in your history| plays)? (?:since|after) {D}`,
    lastPlay,
  ),
  rule(
    `(?:and |but )?(?:(?:there (?:has been|is|was) )?(?:nothing|none|no more|no plays|no play))(?: from you| in your plays| of {A~}| by {A~}| from {A~})? (?:since|after) {D}`,
    ['You last played {A^} in {D}'],
  ),
  rule(
    `(?:and |but )?(?:you haven[’']t|you have not|you[’']ve not|you did not|you didn[’']t|haven[’']t|have not|not)(?: been)? ${heard} {A~} (?:again )?(?:since|after) {D}`,
    lastPlay,
  ),
  rule(`{A} (?:has|have) been (?:absent|missing|away|gone|out) (?:from|of) your (?:plays|history|listening) since {D}`, lastPlay),
  rule(`{A} (?:has|have) (?:had|got|seen) no (?:play|plays|listen) (?:from|by) you since {D}`, lastPlay),
  rule(
    `(?:and |but )?(?:your|the) {A} plays (?:stop|stopped|end|ended|ran|run|break off|broke off|go on|went on|last|lasted|cease|ceased)(?: in| with| until| to| up to| after)+ {D}`,
    lastPlay,
  ),
  rule(
    `(?:and |but )?(?:your (?:plays|listening) |they |these plays |the plays )(?:stop|stopped|end|ended|ran|run|break off|broke off|cease|ceased)(?: in| with| until| to| up to| after)+ {D}`,
    ['You last played {A^} in {D}'],
  ),
  computed(
    '(?:and |but )?(?:no|nothing|none)(?: of| by| from)? {A}(?: plays?| from you| in your plays)? (?:after that|since then|since|from then on|after it|thereafter)',
    (match) => {
      const date = match.before('D')
      return date === undefined ? null : [`You last played {A} in ${date.text}`]
    },
  ),
  rule(`(?:and |but )?you (?:stopped|left off|quit|broke off) (?:in|after) {D}`, ['You last played {A^} in {D}']),
  computed(`<youve> ${heard} {A~} (?:from|between) {D} (?:to|until|till|and|up to) {D2}`, () => ['You first played {A} in {D}', 'You last played {A} in {D2}']),
  computed(
    `(?:from|between) {D} (?:to|until|till|and) {D2},?:? (?:that is the (?:span|stretch|length|run) of your {A} plays|you played {A}|your {A} plays (?:run|ran|stretch|stretched|go|went|lie|fall|fell))`,
    () => ['You first played {A} in {D}', 'You last played {A} in {D2}'],
  ),
  rule(
    `your (?:{A} plays|plays of {A}|time with {A}|history with {A}) (?:run|ran|runs|stretch|stretched|stretches|go|went|goes|span|spans|spanned|reach|reached|last|lasted|lie|lies|fall)(?: from| between)? {D} (?:to|until|till|and|through) {D2}`,
    ['You first played {A} in {D}', 'You last played {A} in {D2}'],
  ),
]

/** "The following year" of a date named before. */
function yearAfter(match: Match): string | null {
  const year = yearBefore(match)
  return year === null ? null : String(Number(year) + 1)
}

/** How often an artist was played in a year. */
const counts: readonly ParaphraseRule[] = [
  computed(
    '(?:and |, )?(?:in )?(?:the (?:following|next) year|the year after|a year later),? (?:you played {A~} |you put {A~} on |it was |there were |came )?{n}(?: times| plays| more plays| more)?',
    inYearOf('A^', yearAfter),
  ),
  computed(
    '(?:and |, )?{n}(?: times| plays| more plays| more)? (?:in )?(?:the (?:following|next) year|the year after|a year later)',
    inYearOf('A^', yearAfter),
  ),
  computed('between {k} and {m},? <youve> played {A} {n}', (match) => spanned(match)),
  computed('<youve> played {A} {n}(?: times)? between {k} and {m}', (match) => spanned(match)),
  computed('between {k} and {m},? <youve> played {A} {n} times', (match) => spanned(match)),
  computed(
    "(?:and |, )?(?:you )?(?:reached|had|got to|were at|made it to|counted|came to|gave {A~}|played {A~}|were up to|had reached|logged) {n}(?: plays| times| more)?(?: of {A}| for {A})? (?:before|by) (?:the year was out|the end of (?:that|the|the same) year|that year was out|that year ended|the year ended|its end|the year[’']s end|year[’']s end|New Year)",
    (match) => {
      const year = yearBefore(match)
      return year === null ? null : [`You played {A^} {n} times in ${year}`]
    },
  ),
  computed(
    "(?:and |, )?by (?:the end of (?:that|the|the same) year|year[’']s end|its end),? (?:you )?(?:reached|had|had reached|were at|had played {A~}|had had|counted|had counted|had made) {n}(?: plays| times)?(?: of {A~})?",
    (match) => {
      const year = yearBefore(match)
      return year === null ? null : [`You played {A^} {n} times in ${year}`]
    },
  ),
  computed(
    '(?:after|following|with|and|on|from) {n} (?:plays|times|listens)(?: of {A~})? (?:that|the same|in that|in the same|of that) year',
    inYearOf('A^', yearBefore),
  ),
  computed('(?:and )?{n} (?:plays|times)(?: of {A~})? (?:in )?(?:that|the same) year', inYearOf('A^', yearBefore)),
  rule('(?:of (?:these|those|them|your {A} plays),? )(?:a |the )?{n} (?:were|are|came|come|fell|fall|happened|date|belong)(?: from| in| to)+ {y}', [
    'You played {A^} {n} times in {y}',
  ]),
  rule(
    '(?:and )?(?:a |the )?{n} of (?:them|these|those|your {A} plays) (?:were|are|came|come|fell|fall|happened|date|belong)?(?: from| in| to| back to)* ?{y}',
    ['You played {A^} {n} times in {y}'],
  ),
  rule('(?:and )?{n}(?: plays)? of {A} in {y}', inYear),
  rule(
    'your (?:own )?{A} plays (?:in|for|of|from) {y} (?:came to|numbered|number|add up to|added up to|total|totalled|amount to|amounted to|were|stand at|stood at|come to|make|made|count|counted) {n}',
    inYear,
  ),
  rule(
    'in {y},? your (?:own )?{A} plays (?:came to|numbered|number|add up to|added up to|total|totalled|amount to|amounted to|were|stand at|stood at|come to|reached) {n}',
    inYear,
  ),
  rule(
    '(?:in )?{y}(?: alone)? (?:brought|gave|saw|had|counted|added|held|has|holds|counts|knew|knows|makes|made) (?:you )?{n} (?:plays|more plays|listens)?(?: of {A~}| from you)?',
    ['You played {A^} {n} times in {y}'],
  ),
  rule(
    '{A} (?:had|got|has had|has|have had|received|drew|took|counts|counted|collected|gathered|earned) {n} plays(?: from you| of yours)? in {y}(?: from you)?',
    inYear,
  ),
  rule('in {y},? {A} (?:had|got|has had|has|received|drew|took|counted|collected|gathered|earned) {n} plays(?: from you| of yours)?', inYear),
  rule('in {y},? {n} (?:of your plays|plays of yours) (?:went to|were of|were|belonged to|were for) {A}', inYear),
  rule('{n} (?:of your plays|plays of yours|of your {y2} plays) in {y} (?:went to|were of|were|belonged to|were for) {A}', inYear),
  rule('{A},? {n} (?:plays|times|listens)(?: from you| of yours)? in {y}', inYear, '{A}'),
  rule('{n} {A} plays in {y}', inYear),
  rule('{n} plays in {y}', ['You played {A^} {n} times in {y}']),
  rule('{n} plays (?:for|of|by|from) {A} (?:came )?in {y}', inYear),
  rule('<youve> gave {A} {n} plays in {y}', inYear),
  rule('{A}, (?:whom |who |which )?<youve> (?:played|put on|heard) {n}(?: times)? in {y},?', inYear, '{A}'),
]

function spanned(match: Match): string[] | null {
  const [month, last] = [match.slot('k'), match.slot('m')]
  const year = yearOf(last?.date)
  return month === undefined || year === null
    ? null
    : [`You first played {A} in ${month.text} ${year}`, 'You last played {A} in {m}', `You played {A} {n} times in ${year}`]
}

/** Plays of a record, of a label, of a tag. */
const others: readonly ParaphraseRule[] = [
  rule('(?:its|the) tracks (?:have had|had|have|got|have got|have seen|have been given) {n} plays(?: from you)?', ['You played tracks of {R^} {n} times']),
  rule(
    "{R}, (?:a |the )?(?:<rel> )?(?:whose tracks|of which|tracks of which) (?:you played|you have played|have had|you[’']ve played) {n}(?: times| plays)(?: from you)?",
    ['You played tracks of {R} {n} times'],
    '{R}',
  ),
  rule('<youve> (?:played|heard|put on) (?:tracks (?:of|from|off|on) )(?:its <rel>, |the <rel> )?{R},? {n}(?: times)?', ['You played tracks of {R} {n} times']),
  rule('(?:its|the) <rel>, {R}, (?:has|had) (?:had )?{n} plays (?:from|by) you', ['You played tracks of {R} {n} times'], 'its release is {R}'),
  rule('(?:tracks (?:of|from) )?{R} (?:has|have|had) (?:had |got |seen )?{n} plays(?: from you| of yours)', ['You played tracks of {R} {n} times']),
  rule('(?:tracks (?:of|from|on) )?{R}(?:,)? (?:which )?you (?:have )?played {n} times', ['You played tracks of {R} {n} times'], '{R}'),
  rule('<youve> (?:been through|gone through|got through|heard|played|put on) {n} (?:tracks (?:of|from|on) {L}|{L} tracks) since {y}', [
    'You played {n} tracks of {L} since {y}',
  ]),
  rule('since {y},? <youve> (?:been through|gone through|got through|heard|played|put on) {n} (?:tracks (?:of|from|on) {L}|{L} tracks)', [
    'You played {n} tracks of {L} since {y}',
  ]),
  rule(
    '(?:it is |that is |that makes |they make |there are )?{n} (?:{L} tracks|tracks (?:of|from|on) {L})(?: for you| from you| in your plays| in your history)? since {y}(?: for you| in your plays)?',
    ['You played {n} tracks of {L} since {y}'],
  ),
  rule("(?:you have |you[’']ve )?{n} plays of (?:tracks (?:from|on|off) )?(?:{g} releases|releases (?:tagged|with the tag|under) {g}|{g} records)", [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule('{g} (?:releases|records) (?:have had|have|had|got|count|counted|have got|have seen) {n} plays (?:from|by) you', [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule('{g}(?:,)? (?:is )?a tag (?:behind|on|of|with) {n} of your plays', ['You played tracks from releases tagged {g} {n} times'], 'the tag {g}'),
  rule(
    '{n} of your plays (?:are|were|have been|went|come|came|belong)(?: of| to| from)? (?:tracks (?:from|on) )?(?:{g} releases|releases tagged {g}|{g} records)',
    ['You played tracks from releases tagged {g} {n} times'],
  ),
  rule('{g} you know: {n} plays of tracks from releases (?:with|that have|that bear) (?:that|the) tag', [
    'You played tracks from releases tagged {g} {n} times',
  ]),
  rule(
    '(?:and |but )?(?:there is |there are )?(?:no|not one|not a single|none of your) (?:plays? of yours|plays?|of your plays|tracks? of yours)(?: so far| yet)? (?:is|are|comes|come|came|was|were)(?: of| from)? (?:a |any )?(?:track of a |track from a )?(?:releases?|records?) (?:tagged|with the tag|under|that is tagged) {g}',
    ['You have played no release tagged {g}'],
  ),
  rule(
    "(?:and |but )?(?:you have |you[’']ve |there is |there are )?(?:no|not one|not a single|never a) (?:plays?|track plays?) (?:so far )?(?:of|from) (?:a |any )?(?:{g} releases?|releases? tagged {g}|{g} records?|releases? with the tag {g})(?: so far| yet| in your plays| in your history)?",
    ['You have played no release tagged {g}'],
  ),
  rule(
    '(?:and |but )?(?:no|not one|not a single) {g} (?:release|record)(?: is| has been)? (?:in your (?:plays|history)|played|among your plays)(?: so far| yet)?',
    ['You have played no release tagged {g}'],
  ),
  rule(
    'you have (?:not|never|not yet) (?:played|heard|put on) (?:anything|a thing|a release|a record|one|any release|any record|a track of a release|a track from a release) (?:tagged|with the tag|under|that is tagged) {g}(?: so far| yet)?',
    ['You have played no release tagged {g}'],
  ),
]

/** What this listener played, and when. English. */
export const listeningParaphrases: readonly ParaphraseRule[] = [...ends, ...counts, ...others]
