import { sayClock } from './say-clock.js'
import { computed, reword, rule, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'

const minute = 60_000
const hour = 3_600_000

/** Lengths of the cited facts, in milliseconds. */
function lengths(match: Match): number[] {
  return match.facts.flatMap((fact) => fact.times.filter((time) => !time.point).map((time) => time.milliseconds))
}

/** The length of a fact that the sentence describes, written as the fact has it; null where there is none. */
function lengthIn(match: Match, low: number, high: number): string[] | null {
  const found = lengths(match).find((known) => known >= low && known <= high)
  return found === undefined ? null : [`${match.slot('W') === undefined ? 'It' : '{W}'} is ${sayClock(found)} long`]
}

function exactly(match: Match, milliseconds: number): string[] | null {
  return lengthIn(match, milliseconds - 500, milliseconds + 999)
}

function value(match: Match, name: string): number {
  return match.slot(name)?.value ?? Number.NaN
}

/** A number of minutes that is not round is meant as it is said. */
function isRound(milliseconds: number): boolean {
  return (milliseconds / minute) % 5 === 0 || milliseconds % minute !== 0
}

/** How far "a little" may be from a length. */
function slack(milliseconds: number): number {
  if (!isRound(milliseconds) && milliseconds > 10 * minute) return minute
  if (milliseconds > 10 * minute && milliseconds % (15 * minute) !== 0) return 2 * minute
  return milliseconds >= 40 * minute
    ? 6 * minute
    : milliseconds >= 30 * minute
      ? 5 * minute
      : milliseconds >= 15 * minute
        ? 2 * minute
        : Math.max(20_000, milliseconds * 0.1)
}

/** How far "about" may be from a length, either way. */
function nearness(milliseconds: number): number {
  return isRound(milliseconds) ? Math.min(milliseconds * 0.05, 2 * minute) : minute / 2
}

const little = '(?:just |only |barely |slightly |a bit |a little |a touch |a shade |a hair |a moment |a few seconds |some seconds )'
const above = `${little}?(?:over|above|past|beyond|more than|longer than|upwards of)`
const below = `(?:${little}?(?:under|below|short of|less than|shorter than|shy of)|not quite|not even|nearly|almost|close to|just about|a little less than)`
const is =
  '(?:and |all |and all |all of it )?(?:it |this one |this |which |that |{W},? )?(?:is |runs |run |lasts |last |running |lasting |takes |goes on for |comes to |clocks in at |weighs in at |for |at |in )*'
const long = '(?: long| in length| of running time| in all| from start to finish| for the whole(?: thing| of it)?| from end to end)?'

/** "four and a half", "nine and a quarter", "half an hour", "an hour and six minutes". */
const spoken: readonly (readonly [source: string, read: (match: Match) => number])[] = [
  ['{t}', (match) => value(match, 't')],
  ['{n} and a quarter minutes', (match) => (value(match, 'n') + 0.25) * minute],
  ['{n} and {n2} quarter minutes', (match) => value(match, 'n') * minute + value(match, 'n2') * (minute / 4)],
  ['{n} and a quarter hours', (match) => (value(match, 'n') + 0.25) * hour],
  ['an hour and a half', () => 1.5 * hour],
  ['an hour and a quarter', () => 1.25 * hour],
  ['an hour and {n} quarters', (match) => hour + value(match, 'n') * (hour / 4)],
  ['an hour and {t}', (match) => hour + value(match, 't')],
  ['half an hour', () => hour / 2],
  ['half {t}', (match) => ([minute, hour].includes(value(match, 't')) ? value(match, 't') / 2 : Number.NaN)],
  ['(?:a )?quarter of an hour', () => hour / 4],
  ['{n} quarters of an hour', (match) => value(match, 'n') * (hour / 4)],
  ['{t} and {n} quarters', (match) => (value(match, 't') % minute === 0 ? value(match, 't') + value(match, 'n') * (minute / 4) : Number.NaN)],
  ['{t} and a quarter', (match) => (value(match, 't') % minute === 0 ? value(match, 't') + minute / 4 : Number.NaN)],
  ['an hour', () => hour],
  ['a minute and a half', () => 1.5 * minute],
  ['a minute', () => minute],
]

const apart: readonly ParaphraseRule[] = spoken.flatMap(([source, read]) => [
  computed(
    `(?:{W} )?(?:and )?(?:ends |stops |finishes |falls |is |runs |lasts |comes in |it is |it runs |it lasts )?{t9} (?:short|shy) of ${source}${long}`,
    (match) => exactly(match, read(match) - value(match, 't9')),
  ),
  computed(
    `(?:{W} )?(?:and )?(?:ends |stops |is |runs |lasts |it is |it runs |it lasts )?{t9} (?:past|over|beyond|more than|longer than|above) ${source}${long}`,
    (match) => exactly(match, read(match) + value(match, 't9')),
  ),
  computed(`(?:{W} )?(?:ends |stops |is |runs |lasts |it is |it runs |it lasts )?{t9} (?:less than|under|below|shorter than) ${source}${long}`, (match) =>
    exactly(match, read(match) - value(match, 't9')),
  ),
  computed(`(?:{W} )?(?:is |runs |lasts )?${source} (?:minus|less|but for|save|bar|without) {t9}`, (match) => exactly(match, read(match) - value(match, 't9'))),
  computed(`(?:{W} )?(?:is |runs |lasts )?${source} (?:and|plus) {t9}`, (match) =>
    read(match) % minute === 0 && value(match, 't9') >= minute ? null : exactly(match, read(match) + value(match, 't9')),
  ),
])

const rough: readonly ParaphraseRule[] = spoken.flatMap(([source, read]) => [
  computed(`${is}${above} ${source}${long}`, (match) => lengthIn(match, read(match) + 1, read(match) + slack(read(match)))),
  computed(`${is}${source} and (?:a (?:bit|little)|some(?: seconds)?|change|a few seconds|then some)${long}`, (match) =>
    lengthIn(match, read(match) + 1, read(match) + slack(read(match))),
  ),
  computed(`${is}${below} ${source}${long}`, (match) => lengthIn(match, read(match) - slack(read(match)), read(match) - 1)),
  computed(`${is}(?:about|around|roughly|some|more or less|give or take|round about|or so) ${source}${long}`, (match) =>
    lengthIn(match, read(match) - nearness(read(match)), read(match) + nearness(read(match))),
  ),
])

/** Behind a comparison the length is not meant as it is said. */
const plainly = '(?<!(?:under|over|above|below|past|beyond|than|of|nearly|almost|about|around|roughly|quite|to|within|some) )'

/** Round lengths that the reader of durations does not know. */
const round: readonly ParaphraseRule[] = spoken
  .filter(([source]) => source !== '{t}')
  .map(([source, read]) =>
    computed(`${plainly}${is}(?:exactly |just )?${source}${long}(?! and)`, (match) => {
      const unit = read(match) >= 15 * minute ? 150_000 : 8_000
      return lengthIn(match, read(match) - unit, read(match) + unit)
    }),
  )

const longest: readonly ParaphraseRule[] = [
  rule(
    '{R} has {n} tracks,? (?:and )?(?:none|no track|not one)(?: of them)? (?:is |runs |lasts )?longer than {T}(?:,? at {c}|,? {c})?',
    ['{T} is the longest of the {n} tracks of {R}'],
    '{c}',
  ),
  rule('{R} has {n} tracks,? (?:and |of which )?(?:the longest (?:of them )?is|the longest:) {T}', ['{T} is the longest of the {n} tracks of {R}'], '{T}'),
  rule('{R} has {n} tracks,? (?:and |of which )?{T} is the longest(?: of them)?', ['{T} is the longest of the {n} tracks of {R}'], '{T}'),
  rule('(?:none|not one) of (?:the )?{n} (?:other )?tracks (?:on|of) {R} (?:runs|is|lasts|goes on|goes) longer(?: than (?:this one|this|it|{T}))?', [
    'It is the longest of the {n} tracks of {R}',
  ]),
  rule('of (?:the )?{n} tracks (?:on|of) {R},? (?:this|it|{T}|this one) is the longest', ['It is the longest of the {n} tracks of {R}']),
  rule('(?:it|this|this one|{T}) is the longest of (?:the |its )?{n} tracks on (?:the|its) <rel>(?: that shares its name| of the same name)?', [
    'It is the longest of the {n} tracks of {R^}',
  ]),
  rule('(?:there is )?(?:nothing|no track|no other track) (?:that is )?longer (?:on|of) {R}', ['It is the longest track of {R}']),
  rule('(?:on|of) {R}(?:, a <rel> of {n} tracks,)? (?:no track|nothing) (?:runs|is|lasts|goes on) longer', ['It is the longest track of {R}']),
  rule('the longest of (?:its|the) {n} tracks', ['It is the longest of the {n} tracks of {R^}']),
]

const plain: readonly ParaphraseRule[] = [
  reword('outlasts', 'is longer than'),
  reword('(?:is |are )?(?:over|done|finished|through) (?:after|in|within) (?:just |only )?{t}', 'runs {t}'),
  reword('(?:ends|stops|finishes|closes) after (?:just |only )?{t}', 'runs {t}'),
  reword('all (?:that )?(?:it|this|this one|{W}) (?:takes|lasts|needs|has|runs) (?:is|are) {t}', 'it is {t} long'),
  reword('(?:is|takes) (?:just |only )?{t} of (?:it|that)', 'is {t} long'),
  reword('(?:running|lasting|clocking in|coming in|weighing in|timed)(?: to| at| for)? {t}', 'at {t}'),
  reword('takes (?:up )?{t} of (?:it|that|its time)', 'is {t} long'),
  reword('(?:takes|fills|needs|spans|goes on for|keeps going for|stretches to|stretches over|comes to|amounts to|clocks in at|measures) {t}', 'runs {t}'),
  reword('{t} from (?:start|beginning|first second) to (?:finish|end|last)', '{t}'),
]

/** How long something is. English. */
export const lengthParaphrases: readonly ParaphraseRule[] = [...longest, ...apart, ...rough, ...round, ...plain]
