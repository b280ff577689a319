import { computed, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const shared = '{n} listeners who play {A} also play {A2}'
const fewer = '(?:fewer than|less than|under|not even|not yet|no more than a few, fewer than) '
const heard =
  '(?:have |has |had )?(?:played|heard|found|put on|put it on|listened to|come across|met|reached|discovered|tried|got to|gone to|spun|pressed play on|given a listen to)'

const sharing: readonly ParaphraseRule[] = [
  reword('{n} is the number of', '{n}'),
  rule(
    '{n} (?:of the )?<folk> who (?:play|played|listen to|hear|put on|follow) {A~},? (?:also |too )?(?:play|played|listen to|hear|put on) {A2}(?: as well|, too| too|, as well)?',
    shared,
    '{A2}',
  ),
  rule(
    '{n} (?:of the )?{A} (?:listeners|players)(?: here)? (?:also )?(?:play|played|listen to|put on|hear) {A2}(?: as well|, too| too|, as well)?',
    shared,
    '{A2}',
  ),
  rule('{n} (?:of the )?<folk> (?:play|played|listen to|hear|put on) both {A} and {A2}', shared, '{A2}'),
  rule('{n} (?:of the )?<folk> (?:play|played|listen to|hear|put on) {A} and {A2}(?: both| alike)?', shared, '{A2}'),
  rule('{n} (?:of the )?<folk> (?:have|keep|hold) both {A} and {A2}(?: in their plays| in their history)?', shared, '{A2}'),
  rule('both {A} and {A2} are (?:played|heard) by {n} <folk>', shared, '{A2}'),
  rule('{A} and {A2} (?:share|have|have in common|hold) {n} (?:listeners|people)(?: here| in common| between them)?', shared, '{A2}'),
  rule('{A} shares {n} (?:listeners|people)(?: here)? with {A2}', shared, '{A2}'),
  rule('{A} has {n} (?:listeners|people)(?: here)? in common with {A2}', shared, '{A2}'),
  rule(
    '{n} (?:of (?:its|their|his|her|them|these)|of those) (?:listeners|people)?(?: here)? (?:also )?(?:play|played) {A}(?: as well|, too| too)?',
    ['{n} listeners who play {A^} also play {A}'],
    '{A}',
  ),
  rule('{A},? (?:whom|who|which) {n} <folk> (?:also play|play too|play as well|also played)(?: with| beside| besides| next to)? {A2}', shared, '{A}'),
  rule(
    '{A} is (?:also )?(?:played|heard) by {n} (?:of the )?(?:{A2} listeners|<folk> who (?:also )?play {A2}|listeners of {A2})(?: too| as well)?',
    shared,
    '{A}',
  ),
  rule('of the <folk> who play {A},? {n} (?:also )?play {A2}(?: too| as well)?', shared, '{A2}'),
]

/** Of what few have played the sentence says that, where it names anything. */
function ofNamed(match: Match): string[] {
  return [`Fewer than {n} listeners here have played ${match.slot('N') === undefined ? 'it' : '{N}'}`]
}

const few: readonly ParaphraseRule[] = [
  computed(`(?:and |that |which |something (?:that )?)?${fewer}{n} <folk>(?: on here)? ${heard}(?: it| this one| this| that| {N})?(?: so far)?`, ofNamed),
  computed(
    `(?:and |which |that )?(?:it |this |this one |{N} )?(?:has been |was |is )?(?:played|heard|found|known|put on)(?: so far)? (?:by|to) ${fewer}{n} <folk>`,
    ofNamed,
  ),
  computed(
    `(?:and |which |that |it |this one |{N} )?(?:has|counts|with|has had) ${fewer}{n} (?:listeners|players|people)(?: here| to its name| so far| among us| who have (?:heard|played) it)*`,
    ofNamed,
  ),
  computed(`${fewer}{n} (?:listeners|people)(?: here)? (?:to (?:its name|date)|so far|for it)`, ofNamed),
]

/** What other listeners here play. English. */
export const audienceParaphrases: readonly ParaphraseRule[] = [...sharing, ...few]
