import { computed, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const inYear = 'You played {A} {n} times in {y}'

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

/** "The following year" of a date named before. */
function yearAfter(match: Match): string | null {
  const year = yearBefore(match)
  return year === null ? null : String(Number(year) + 1)
}

function spanned(match: Match): string[] | null {
  const [month, last] = [match.slot('k'), match.slot('m')]
  const year = yearOf(last?.date)
  return month === undefined || year === null
    ? null
    : [`You first played {A} in ${month.text} ${year}`, 'You last played {A} in {m}', `You played {A} {n} times in ${year}`]
}

/** How often an artist was played in a year. */
export const playsInYears: readonly ParaphraseRule[] = [
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
  rule('your (?:own )?{A} plays (?:came to|come to|number|numbered|add up to|total|amount to|stand at|count) {n}', ['You played {A} {n} times']),
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
