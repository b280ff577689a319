import { computed, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Other words for the same, first: the rules behind these need to know only one of them. */
const same: readonly ParaphraseRule[] = [
  computed('{m} of (?:the )?{y}', (match) => (match.slot('m')?.date?.startsWith(match.slot('y')?.date ?? '-') === true ? [] : null), '{m}', 'm y'),
  reword('(?:the|this|our) (?:catalog|catalogue here)', 'this catalogue'),
  reword(
    '(?:,? ?(?:all told|all in all|in all|altogether|in total|to date|as it happens|as it stands|for the record|if you like|mind you|by the way)(?:,|(?= |[.;:])|$))',
    '',
  ),
  reword('(?:the year|the month of) {D}', '{D}'),
  reword('in the year {y}', 'in {y}'),
  reword('{n} of your own plays', '{n} of your plays'),
  reword('(?:for|from|by) your own part', ''),
  reword('(?:your own )', 'your '),
]

/** A record that says itself that it is an EP or LP. */
function isCalled(match: Match, word: string): string[] | null {
  return match.facts.some(({ fact }) => new RegExp(String.raw`\b${word}\b`, 'iu').test(String(fact.values['release'] ?? ''))) ? [] : null
}

const formats: readonly ParaphraseRule[] = [
  computed('LP', (match) => isCalled(match, 'LP'), 'release'),
  computed('EP', (match) => isCalled(match, 'EP'), 'release'),
  computed('an EP', (match) => isCalled(match, 'EP'), 'a release'),
  computed('an LP', (match) => isCalled(match, 'LP'), 'a release'),
  computed('(?:this|the) brunch', (match) => (String(match.item?.fact.values['title']).includes('Brunch') ? [] : null), 'this episode'),
  reword('works as an?', 'is the'),
]

const dates: readonly ParaphraseRule[] = [
  computed(
    '(?:it |this one |this )?(?:came out|was published|appeared|aired|was released|went out|published|out) on the (?:last|final) day of {m}',
    (match) => {
      const month = Number(match.slot('m')?.date?.slice(5, 7))
      const year = Number(match.slot('m')?.date?.slice(0, 4))
      const day = month === 2 && year % 4 === 0 ? 29 : lastDays[month - 1]
      return day === undefined ? null : [`It was published on ${day} {m}`]
    },
  ),
  rule('(?:it |this one |this )?(?:came out|was published|appeared|aired|was released|went out|published|out) on the first day of {m}', [
    'It was published on 1 {m}',
  ]),
  rule('(?:it |this one |this )?(?:came out|was published|appeared|aired|was released|went out|published|out) on Christmas Day(?: of|,)? {y}', [
    'It was published on 25 December {y}',
  ]),
  rule("(?:it |this one |this )?(?:came out|was published|appeared|aired|was released|went out|published|out) on New Year[’']s Day(?: of|,)? {y}", [
    'It was published on 1 January {y}',
  ]),
]

const differences: readonly ParaphraseRule[] = [
  rule(
    '{n} years (?:lie|lay|are|pass|passed|stand|went by|separate)(?: between)? (?:the year of )?{R} and (?:the year |the month )?(?:you first (?:played|heard|met) {A})',
    ['{R} came out {n} years before you first played {A}'],
  ),
  rule('{n} years (?:before|ahead of) (?:the year|the month|the day)? ?(?:in which |that |when )?you first (?:played|heard|met) {A~}', [
    'It came out {n} years before you first played {A}',
  ]),
  rule('{n} years (?:after|behind) (?:the year|the month)? ?(?:in which |that |when )?you first (?:played|heard|met) {A~}', [
    'It came out {n} years after you first played {A}',
  ]),
  rule('(?:it |{R} )?(?:was |is |came out )?{n} years (?:old|older) (?:when|by the time|before|than when) you first (?:played|heard|met) {A~}', [
    'It came out {n} years before you first played {A}',
  ]),
]

/** Synonyms, dates and distances in years. English. */
export const wordingParaphrases: readonly ParaphraseRule[] = [...formats, ...same, ...dates, ...differences]
