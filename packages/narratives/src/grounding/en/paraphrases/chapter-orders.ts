import { computed, recast, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'
import type { Slot } from '../../paraphrase/mask-sentence.js'
import { sayClock } from './say-clock.js'

const minute = 60_000

/** Where the chapter of a mention begins, in milliseconds; null for what is no chapter. */
function startOf(match: Match, slot: Slot | undefined): number | null {
  const start = match.facts.find(({ fact }) => fact.property === 'chapter' && slot?.values.includes(String(fact.values['title'])) === true)?.fact.values[
    'startMs'
  ]
  return typeof start === 'number' ? start : null
}

/** What of a row stands so to all other chapters that the sentence names. */
function against(compare: (own: number, other: number) => boolean, least: number): (match: Match) => string[] | null {
  return (match) => {
    const slot = match.slot('C')
    const own = startOf(match, slot)
    const others = match.all('C').filter(({ mark, values }) => mark !== slot?.mark && !values.some((value) => slot?.values.includes(value) === true))
    const starts = others.map((other) => startOf(match, other))
    if (own === null || starts.length < least || !starts.every((start) => start !== null && compare(own, start))) return null
    const clock = match.slot('c')
    return [`{C} begins at ${clock === undefined ? sayClock(own) : '{c}'}`]
  }
}

const before = (own: number, other: number): boolean => own < other
const after = (own: number, other: number): boolean => own > other
const comes = '(?:comes(?: up)?|is|starts|begins|opens|stands|goes|has its turn|is up)'
const all = '(?:both(?: of (?:them|these))?|them(?: both| all)?|all of (?:them|these)|these two|the two)'

/** Two chapters so far apart, the later one said first. */
function apart(sign: 1 | -1, spread: (said: number) => readonly [number, number], said?: number): (match: Match) => string[] | null {
  return (match) => {
    const [first, second] = [startOf(match, match.slot('C')), startOf(match, match.slot('C2'))]
    if (first === null || second === null) return null
    const [low, high] = spread(said ?? match.slot('t')?.value ?? Number.NaN)
    const gap = (first - second) * sign
    return gap >= low && gap <= high ? [`{C} begins at ${sayClock(first)}`, `{C2} begins at ${sayClock(second)}`] : null
  }
}

/** Whole minutes are rounded, seconds are meant as they are said. */
const plain = (said: number): readonly [number, number] => (said % minute === 0 ? [said - minute / 2, said + minute / 2 - 1] : [said - 999, said + 999])
const near = (said: number): number => (said % (5 * minute) === 0 ? Math.max(minute / 2, said * 0.05) : Math.min(minute / 2, said * 0.1))
const about = (said: number): readonly [number, number] => [said - near(said), said + near(said)]
const more = (said: number): readonly [number, number] => [said, said + (said % (5 * minute) === 0 ? Math.max(minute - 1, said * 0.1) : minute - 1)]

const distances: readonly ParaphraseRule[] = (
  [
    ['after', 1],
    ['before', -1],
  ] as const
).flatMap(([word, sign]) =>
  (
    [
      ['', plain],
      ['(?:about|around|some|roughly|nearly|almost) ', about],
      ['(?:a little over|just over|a bit over|more than|over|a good) ', more],
    ] as const
  ).flatMap(([amount, spread]) =>
    (
      [
        ['{t}', undefined],
        ['half (?:an hour|⟨#t\\d+⟩)', 30 * minute],
      ] as const
    ).map(([length, said]) =>
      computed(
        `{C}(?: ${comes})?(?: at {c})?,? (?:${comes} )?(?:just |only )?${amount}${length} ${word} {C2}`,
        (match) => {
          const clock = match.slot('c')?.value ?? null
          return clock === null || clock === startOf(match, match.slot('C')) ? apart(sign, spread, said)(match) : null
        },
        '{C} and {C2}',
        'C C2 c t',
      ),
    ),
  ),
)

/** One chapter behind or ahead of another; right behind where no cited one lies between. */
function beside(sign: 1 | -1, right: boolean): (match: Match) => string[] | null {
  return (match) => {
    const [own, other] = [startOf(match, match.slot('C')), startOf(match, match.slot('C2'))]
    const clock = match.slot('c')?.value ?? null
    if (own === null || other === null || (own - other) * sign <= 0 || (clock !== null && clock !== own)) return null
    const between = match.facts.some(({ fact }) => {
      const start = fact.property === 'chapter' ? fact.values['startMs'] : null
      return typeof start === 'number' && start > Math.min(own, other) && start < Math.max(own, other)
    })
    return right && between ? null : [`{C} begins at ${sayClock(own)}`, `{C2} begins at ${sayClock(other)}`]
  }
}

const neighbours: readonly ParaphraseRule[] = (
  [
    ['after', 1],
    ['before', -1],
  ] as const
).flatMap(([word, sign]) => [
  computed(`{C} ${comes}(?: at {c})?,? (?:right|just|directly|straight|immediately) ${word} {C2}`, beside(sign, true), '{C} and {C2}', 'C C2 c'),
  computed(`{C} ${comes}(?: at {c})?,? ${word} {C2}`, beside(sign, false), '{C} and {C2}', 'C C2 c'),
])

/** What is left of the episode at the time that was named last. */
function isLeft(low: number, high: number): (match: Match) => string[] | null {
  return (match) => {
    const length = match.facts.find(({ fact }) => fact.property === 'episode-length')?.fact.values['durationMs']
    const [from, said] = [match.before('c')?.value ?? null, match.slot('t')]
    if (from === null || typeof length !== 'number' || said?.mark.startsWith('⟨#t') !== true) return null
    const gap = length - from - (said.value ?? Number.NaN)
    return gap >= low && gap <= high ? [] : null
  }
}

const left = '(?:to go|left|before the end|until the end|from the end)'

const remainders: readonly ParaphraseRule[] = [
  computed(`,? ?(?:and )?(?:with )?(?:just |only )?(?:almost|nearly|just under|not quite|a little under) {t} ${left}`, isLeft(-minute, -1), '', 't'),
  computed(`,? ?(?:and )?(?:with )?(?:just |only )?(?:a little over|just over|over|more than|a good) {t} ${left}`, isLeft(1, minute), '', 't'),
  computed(`,? ?(?:and )?with (?:about |around |some |roughly )?{t} ${left}`, isLeft(-minute / 2, minute / 2 - 1), '', 't'),
]

/** Every name of the row is a chapter. */
function areChapters(match: Match): string | null {
  const row = match.all('C')
  return row.length > 0 && row.every((slot) => startOf(match, slot) !== null) ? 'have chapters' : null
}

/** A point so many minutes into the episode at which a chapter begins, as the clock reads there. */
function pointAt(low: number, high: number): (match: Match) => string | null {
  return (match) => {
    const slot = match.slot('t')
    // A clock reading is a point already.
    if (slot?.mark.startsWith('⟨#t') !== true) return null
    const said = slot.value ?? Number.NaN
    const found = match.facts
      .filter(({ fact }) => fact.property === 'chapter' || fact.property === 'transcript')
      .flatMap(({ fact }) => (typeof fact.values['startMs'] === 'number' ? [fact.values['startMs']] : []))
      .filter((start) => start >= said + low && start <= said + high)
    return found.length === 1 ? `at ${sayClock(found[0] ?? 0)}` : null
  }
}

/** In which order chapters come, and how far one is from the other. English. */
export const chapterOrders: readonly ParaphraseRule[] = [
  ...distances,
  ...neighbours,
  ...remainders,
  computed(`{C} ${comes} (?:before|ahead of|earlier than) ${all}`, against(before, 2), '{C}', 'C'),
  computed(`{C} ${comes} (?:after|behind|later than) ${all}`, against(after, 2), '{C}', 'C'),
  computed(`{C} ${comes} first(?:,? at {c})?`, against(before, 1), '{C}', 'C c'),
  computed(`{C} ${comes} last(?:,? at {c})?`, against(after, 1), '{C}', 'C c'),
  recast('(?:each (?:have|has|get|gets)|(?:have|has|get|gets)) a chapter (?:each|of (?:their|its) own)', areChapters),
  recast('(?:each (?:have|get)) (?:a chapter|their own chapter)', areChapters),
  recast('(?:exactly )?(?:at )?{t} (?:in|into it|into the episode|from the start)', pointAt(-500, 999), 't'),
  recast(
    '(?:just |only )?(?:a little|a bit|just|slightly) (?:over|past|after|more than) {t} (?:in|into it|into the episode|from the start)',
    pointAt(1, 40_000),
    't',
  ),
  recast(
    '(?:just |only )?(?:a little|a bit|just|slightly|shortly) (?:under|before|less than) {t} (?:in|into it|into the episode|from the start)',
    pointAt(-40_000, -1),
    't',
  ),
  recast('(?<=(?:chapter|starts|begins|comes|turn|opens) )at {t}', pointAt(-500, 999), 't'),
]
