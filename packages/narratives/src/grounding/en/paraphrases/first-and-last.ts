import { computed, rule, type ParaphraseRule } from '../../paraphrase/rule.js'

const firstPlay = 'You first played {A} in {D}'
const lastPlay = 'You last played {A} in {D}'
const met =
  '(?:first )?(?:met|discovered|found|encountered|came across|came upon|came to|came by|got to know|began with|began playing|started with|started playing|started on|turned to|took up|tried)'
const heard =
  '(?:played|heard|put on|listened to|touched|visited|called on|looked up|picked|turned to|reached for|went to|spun|streamed|been back to|returned to|come back to|gone back to|gone to)'
const here = '(?:your (?:plays|history|listening|shelf|rotation|ears)|you)'

/** When this listener first and last played an artist. */
export const endsOfPlaying: readonly ParaphraseRule[] = [
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
