import { computed, type Match, type ParaphraseRule } from '../../paraphrase/rule.js'
import { sayClock } from './say-clock.js'

const minute = 60_000

/** Where the chapter of a slot begins, in milliseconds. */
function startOf(match: Match, name: string): number | null {
  const values = match.slot(name)?.values ?? []
  const start = match.facts.find(({ fact }) => fact.property === 'chapter' && values.includes(String(fact.values['title'])))?.fact.values['startMs']
  return typeof start === 'number' ? start : null
}

/** Round numbers of minutes may be further off. */
function nearness(said: number): number {
  return said % (5 * minute) === 0 ? Math.max(minute / 2, said * 0.05) : minute / 2
}

/** How far a distance may be from what is said of it, in milliseconds below and above. */
const room: Readonly<Record<'plain' | 'about' | 'more', (said: number) => readonly [number, number]>> = {
  plain: (said) => (said % minute === 0 ? [said - minute / 2, said + minute / 2 - 1] : [said - 999, said + 999]),
  about: (said) => [said - nearness(said), said + nearness(said)],
  more: (said) => [said, said * 1.2],
}

/** Two chapters so far apart; `sign` 1: the second one comes later. */
function apart(sign: 1 | -1, how: keyof typeof room, half: boolean): (match: Match) => string[] | null {
  return (match) => {
    const [first, second] = [startOf(match, 'C'), startOf(match, 'C2')]
    if (first === null || second === null) return null
    const gap = (second - first) * sign
    const [low, high] = room[how](half ? 30 * minute : (match.slot('t')?.value ?? 0))
    return gap >= low && gap <= high ? ['{C} begins at {c}', `{C2} begins at ${sayClock(second)}`] : null
  }
}

const later = '(?: later| after(?: it| that| this| then)?| on| further on| down the line)'
const earlier = '(?: earlier| before(?: it| that| this)?| sooner)'
const amounts = [
  ['', 'plain'],
  ['(?:about |around |some |roughly |a good |good |almost |nearly |just under )', 'about'],
  ['(?:a little over |just over |a bit over |a little more than |more than |over )', 'more'],
] as const

const distances: readonly ParaphraseRule[] = ['{t}', 'half (?:an )?hour'].flatMap((length) =>
  (
    [
      [later, 1],
      [earlier, -1],
    ] as const
  ).flatMap(([word, sign]) =>
    amounts.map(([amount, how]) =>
      computed(
        `{C} (?:begins|starts|start|comes|opens|is|stands|is up)? ?(?:at )?{c}(?:,|;| and|, and| with)? {C2} (?:comes |begins |starts |follows |is up |is |arrives )?${amount}${length}${word}`,
        apart(sign, how, length !== '{t}'),
        '{C2}',
        'C C2 c t',
      ),
    ),
  ),
)

/** The chapter with which an episode begins. */
function opens(match: Match): string[] | null {
  return startOf(match, 'C') === 0 ? ['{C} begins at 0:00'] : null
}

/** A time in the middle of the episode. */
function midway(match: Match): string[] | null {
  const [time, length] = [match.before('c')?.value ?? null, match.facts.find(({ fact }) => fact.property === 'episode-length')?.fact.values['durationMs']]
  const show = match.item?.fact.values['show']
  if (time === null || typeof length !== 'number' || typeof show !== 'string' || Math.abs(time / length - 0.5) > 0.05) return null
  return match.slot('o') === undefined ? [] : [`It is number {o} of “${show}”`]
}

/** Where chapters stand to each other. */
export const chapterParaphrases: readonly ParaphraseRule[] = [
  ...distances,
  computed('(?:about |around |roughly |just )?(?:half[- ]?way|midway) (?:through|into)(?: (?:it|this|this one|the episode|number {o}))?', midway, '', 'o'),
  computed('(?:its|the) (?:first|opening) chapter (?:is (?:called |named |titled )?)?{C}', opens, '{C}', 'C'),
]
