import { computed, recast, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const firstPlay = 'You first played {A} in {D}'
const earlier = 'You first played {A^} in {D}'
const names = 'January February March April May June July August September October November December'.split(' ')

function monthsOf(date: string): number {
  const [year, month] = date.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 1) - 1
}

function sayMonth(months: number): string {
  return `${names[months % 12] ?? ''} ${Math.floor(months / 12)}`
}

/** When this listener first or last played the artist of the sentence, in months. */
function monthOf(match: Match, end: 'first' | 'last', name?: string): number | null {
  const artist = (name === undefined ? match.before('A') : match.slot(name))?.values ?? []
  const fact = match.facts.find((own) => own.fact.property === `artist-${end}-play` && artist.includes(String(own.fact.values['artist'])))
  return fact === undefined ? null : monthsOf(String(fact.fact.values['month']))
}

/** A month of the year that the sentence named before, or of the one after it; null where no year was named. */
function monthSaid(match: Match, shift = 0): string | null {
  const date = match.slot('M')?.date ?? ''
  return /^\d{4}-\d{2}$/u.test(date) ? sayMonth(monthsOf(date) + 12 * shift) : null
}

function inMonth(which: 'first' | 'last', shift = 0): (match: Match) => string[] | null {
  return (match) => {
    const said = monthSaid(match, shift)
    return said === null ? null : [`You ${which} played {A^} in ${said}`]
  }
}

/** "Gone by July 2019": the last play was in that month or the one before. */
function goneBy(match: Match): string[] | null {
  const [last, said] = [monthOf(match, 'last'), match.slot('m')?.date ?? null]
  if (last === null || said === null) return null
  const gap = monthsOf(said) - last
  return gap >= 0 && gap <= 1 ? [`You last played {A^} in ${sayMonth(last)}`] : null
}

/** So long between the first and the last play. */
function spanning(fits: (match: Match, months: number) => boolean): (match: Match) => string[] | null {
  return (match) => {
    const [first, last] = [monthOf(match, 'first', 'A'), monthOf(match, 'last', 'A')]
    if (first === null || last === null || !fits(match, last - first)) return null
    return [`You first played {A} in ${sayMonth(first)}`, `You last played {A} in ${sayMonth(last)}`]
  }
}

const count = (match: Match, name: string): number => match.slot(name)?.value ?? Number.NaN

/** "A little over a year later" of two months that the sentence names. */
function littleOver(match: Match): string[] | null {
  const [first, second, more] = match.all('m').map(({ date }) => monthsOf(date ?? ''))
  if (first === undefined || second === undefined || more !== undefined) return null
  const gap = second - first - 12 * count(match, 'n')
  return gap > 0 && gap <= 3 ? [] : null
}

const met = '(?:met|heard|played|found|discovered|came across|got to know|began with|started with)'
const mine = '(?:plays|history|listening|shelf|ears|rotation)'

const firsts: readonly ParaphraseRule[] = [
  rule(
    `{D} (?:introduced you to|brought you(?: to)?|led you to|took you to|gave you|is (?:when|where) you (?:first )?${met}|was when you (?:first )?${met}) {A}`,
    firstPlay,
  ),
  rule(`with {A},? you go back(?: a long way| a while| some way| far)?[,:]? to {D}`, firstPlay),
  rule(`you and {A} go back(?: a long way| a while| some way| far)?[,:]? to {D}`, firstPlay),
  rule(`it (?:was|is) (?:back )?in {D} (?:that|when) you (?:first )?${met} {A}`, firstPlay),
  rule(`{D} brought {A} (?:in)?to your ${mine}`, firstPlay),
  rule(`,? ?(?:and )?(?:after|following|with|since) (?:a|the|your) (?:very )?first (?:one|play|listen|time)(?: of {A~})? (?:back )?in {D}`, [earlier]),
  rule(`(?:and |with )?a first (?:one|play|listen) (?:back )?in {D}`, [earlier]),
  rule(`,? ?(?:and )?all (?:of (?:them|these|those) )?since {D}, when you (?:first )?${met} {A}`, firstPlay),
  computed(`,? ?the year (?:that |in which |when )?you (?:first )?${met}(?: each other| them| {A~})? in {M}`, inMonth('first'), '', 'M A'),
]

const lasts: readonly ParaphraseRule[] = [
  computed(
    '(?:and |but )?(?:your|the) last (?:play|one|listen) (?:was|came|fell|followed) (?:in )?(?:the )?{M} (?:after|that followed|afterwards|of the (?:next|following) year|a year later)',
    inMonth('last', 1),
    '',
    'M',
  ),
  computed(',? ?(?:and )?all (?:of (?:them|these|those) )?(?:by|before) the end of {M}', inMonth('last'), '', 'M'),
  computed(
    'all {n} of your {y} plays of {A}(?: all)? (?:fell|were|came|happened|took place) in {M}',
    (match) => {
      const [said, first, last] = [monthSaid(match), monthOf(match, 'first', 'A'), monthOf(match, 'last', 'A')]
      const all = first !== null && first === last && said === sayMonth(first)
      return all ? ['You played {A} {n} times in {y}', `You first played {A} in ${said}`] : null
    },
    '',
    'n y A M',
  ),
  computed('(?:and |then |but )*(?:gone|silent|quiet|over|no more) by {m}', goneBy, '', 'm'),
  computed(
    '{n} years?(?: and|,)? {n2} months? (?:lie|lies|lay|are|pass|passed|went by|stand)(?: between)? (?:your|the) first and (?:your |the )?last (?:{A} play|play of {A})',
    spanning((match, months) => months === 12 * count(match, 'n') + count(match, 'n2')),
    '',
    'n n2 A',
  ),
  computed(
    '{n} years, from {m} to {m2}, (?:were yours with|you spent with|belonged to|belong to|were years with|with) {A}',
    (match) => {
      const [from, to] = [match.slot('m')?.date ?? '', match.slot('m2')?.date ?? ''].map(monthsOf)
      const gap = (to ?? 0) - (from ?? 0) - 12 * count(match, 'n')
      return gap === 0 || gap === -1 ? ['You first played {A} in {m}', 'You last played {A} in {m2}'] : null
    },
    '',
    'n m m2 A',
  ),
  computed(',? ?(?:just |only )?(?:a little|a bit|slightly|just|a touch) (?:over|more than) {n} years? later', littleOver, '', 'n'),
]

/** All of the plays are of the year in which the first one was. */
function allIn(match: Match): string | null {
  const [first, year] = [monthOf(match, 'first'), match.slot('y')]
  return first !== null && year?.date !== null && Math.floor(first / 12) === Number(year?.date) ? `in ${year?.mark ?? ''}` : null
}

const again = '(?:turned up|came up|showed up|appeared|featured|figured)'

const years: readonly ParaphraseRule[] = [
  recast(',? ?(?:all|each|every one)(?: of (?:them|these|those))? in {y}', allIn, 'y'),
  rule(`(?:and )?in {y},? {A} ${again} (?:in|among) your ${mine} {n}(?: times)?`, ['You played {A} {n} times in {y}']),
  rule(`(?:and )?in {y},? (?:they|it) ${again} (?:in|among) your ${mine} {n}(?: times)?`, ['You played {A^} {n} times in {y}']),
  rule(`{A} ${again} (?:in|among) your ${mine} {n}(?: times)? in {y}`, ['You played {A} {n} times in {y}']),
  rule('(?:and )?(?:by|in) {y},? you (?:were|had got|had come) (?:at|up to) {n}(?: plays)? (?:a year|that year|in the year)', [
    'You played {A^} {n} times in {y}',
  ]),
]

/** How a listener and an artist met and parted. English. */
export const meetingParaphrases: readonly ParaphraseRule[] = [...firsts, ...lasts, ...years]
