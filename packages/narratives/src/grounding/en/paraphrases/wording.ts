import { computed, recast, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Other words for the same, first: the rules behind these need to know only one of them. */
const same: readonly ParaphraseRule[] = [
  reword('<youve> (?:first )?(?:played|heard|put on) {A} for the first time', 'you first played {A}'),
  reword('<youve> (?:last )?(?:played|heard|put on) {A} for the last time', 'you last played {A}'),
  rule('{y} (?:is |was )?the year (?:that |in which |when )?you first (?:played|heard|met) {A~}', 'You first played {A} in {y}'),
  rule('{y} (?:is |was )?the year (?:that |in which |when )?you last (?:played|heard) {A~}', 'You last played {A} in {y}'),
  rule('{y} (?:is |was )?the year of {R}', '{R} is from {y}'),
  reword('(?:in )?the {S} series', '{S}'),
  rule('{t} is all(?: that)? {T} (?:takes|lasts|needs|has|runs)', '{T} is {t} long'),
  rule('{t} is all(?: that)? (?:it|this) (?:takes|lasts|needs|has|runs)', 'It is {t} long'),
  reword(",? ?in the (?:words of the description|description[’']s words),?", ''),
  reword(',? ?as the description (?:has it|puts it|says),?', ''),
  reword('(?:one|a|the) chapter (?:is |is simply )?(?:called|named|titled) {C}', '{C}'),
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
  rule('(?:it |this one |this )?(?:came out|was published|appeared|aired|was released|went out|published|out) on the (?:last|final) day of {y}', [
    'It was published on 31 December {y}',
  ]),
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

const parts: Readonly<Record<string, (day: number) => boolean>> = {
  '(?:early in |at the start of |at the beginning of )': (day) => day <= 10,
  '(?:in the middle of |in mid[- ])': (day) => day > 9 && day < 22,
  'late in ': (day) => day > 20,
}

/** "In the middle of May 2025": an episode came out on such a day of that month. */
const partsOfMonths: readonly ParaphraseRule[] = Object.entries(parts).map(([source, fits]) =>
  recast(
    `${source}{m}`,
    (match) => {
      const said = match.slot('m')
      const day = match.facts
        .flatMap(({ fact }) => (fact.property === 'episode-date' ? [String(fact.values['date'])] : []))
        .find((date) => date.startsWith(`${said?.date}-`))
      return day !== undefined && fits(Number(day.slice(8, 10))) ? `in ${said?.mark ?? ''}` : null
    },
    'm',
  ),
)

const differences: readonly ParaphraseRule[] = [
  rule('{n} years (?:before|ahead of) (?:the year (?:of )?|the month (?:of )?)?your first {A} play', ['It came out {n} years before you first played {A}']),
  rule('{n} years (?:after) (?:the year (?:of )?|the month (?:of )?)?your first {A} play', ['It came out {n} years after you first played {A}']),
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

function yearOf(match: Match): number | null {
  const date = match.before('D')?.date
  return date === undefined || date === null ? null : Number(date.slice(0, 4))
}

function shifted(by: number): (match: Match) => string | null {
  return (match) => {
    const year = yearOf(match)
    return year === null ? null : `in ${match.year(year + by)}`
  }
}

/** "The second year", "the last of those years", of two that are named. */
function nthYear(at?: number): (match: Match) => string | null {
  return (match) => {
    const years = [...new Set(match.all('D').map(({ date }) => Number(date?.slice(0, 4))))]
    const year = years.at(at ?? (match.slot('o')?.value ?? 99) - 1)
    return years.length !== 2 || year === undefined ? null : `in ${match.year(year)}`
  }
}

/** The plays up to the end of a year are those of the year where the first one was in it. */
function untilEnd(match: Match): string | null {
  const year = match.slot('y')?.date ?? String(yearOf(match))
  const began = match.facts.some(({ fact }) => fact.property === 'artist-first-play' && String(fact.values['month']).startsWith(year))
  return began ? `in ${match.year(Number(year))}` : null
}

/** The nth tag that the sentence names. */
function nthTag(at?: number): (match: Match) => string | null {
  return (match) => {
    const tags = [...new Map(match.all('g').map((slot) => [slot.values[0], slot])).values()]
    const slot = tags.at(at ?? (match.slot('o')?.value ?? 99) - 1)
    return tags.length < 2 || slot === undefined ? null : `releases tagged ${slot.mark}`
  }
}

const bearing = '(?:a |any )?releases? (?:with|under|of|bearing|that has|that have)'
const ofTags = '(?: of (?:them|these|those|its tags)| tag| one| of the tags)'

function yearsOn(sign: 1 | -1): (match: Match) => string | null {
  return (match) => {
    const [year, count] = [yearOf(match), match.slot('n')?.value ?? null]
    return year === null || count === null ? null : `in ${match.year(year + sign * count)}`
  }
}

const references: readonly ParaphraseRule[] = [
  recast('{n} years? (?:later|after that|afterwards|on)(?! than)', yearsOn(1), 'n'),
  recast('{n} years? (?:earlier|before that)(?! than)', yearsOn(-1), 'n'),
  recast('(?:in |by |over )?(?:the (?:following|next) year|the year after(?: that)?|a year later)(?! than)', shifted(1)),
  recast('(?:in )?(?:the year before(?: that)?|the previous year)', shifted(-1)),
  recast('(?:in )?the (?:last|latter|later) (?:of (?:those|these|the two|both) years|of the two|year)', nthYear(-1)),
  recast('(?:in )?the {o} (?:of (?:those|these|the two) years|of the two|year)', nthYear(), 'o'),
  recast('(?:in )?the (?:first|former|earlier) (?:of (?:those|these|the two) years|of the two years|year)', nthYear(0)),
  recast('by the end of {y}', untilEnd, 'y'),
  recast('before {y} (?:was out|ended|was over)', untilEnd, 'y'),
  recast(`${bearing} (?:the |that )?first${ofTags}`, nthTag(0)),
  recast(`${bearing} (?:the |that )?(?:last|latter)${ofTags}`, nthTag(-1)),
  recast(`${bearing} (?:the |that )?{o}${ofTags}`, nthTag(), 'o'),
]

/** Synonyms, dates and distances in years. English. */
export const wordingParaphrases: readonly ParaphraseRule[] = [...formats, ...same, ...partsOfMonths, ...references, ...dates, ...differences]
