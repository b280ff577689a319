import { columnsOf } from '../model/compressed-rows.js'
import type { StageContext } from '../stage.js'

export interface EpisodeFit {
  /** How near its length is to what the listener plays to the end, 0 to 1; null: not known. */
  readonly length: number | null
  /** Whether its show speaks a language that the listener follows; null: not known. */
  readonly language: boolean | null
}

/** Fewer finished episodes are no habit. */
const MINIMUM_FINISHED = 3
/** Twice or half as long fits by 0.6, four times by 0.14: a bell curve over the logarithm. */
const SPREAD = Math.log(2)

/** Says how an episode fits the habits of a listener: the median length of what they finished, and the languages of the shows that they play. */
export function episodeFit({ snapshot: { catalogue }, profile }: StageContext): (item: number) => EpisodeFit {
  const lengths = [...profile.items]
    .flatMap(([item, { finished }]) => (finished === true && catalogue.episodeMs[item]! > 0 ? [catalogue.episodeMs[item]!] : []))
    .toSorted((a, b) => a - b)
  const habit = lengths.length < MINIMUM_FINISHED ? null : lengths[Math.floor(lengths.length / 2)]!
  const spoken = new Set([...profile.shows].flatMap(([show, { finished }]) => (finished > 0 ? (catalogue.languages[show] ?? []) : [])))
  return (item) => {
    const ms = catalogue.episodeMs[item]!
    const show = columnsOf(catalogue.itemCreators, item)[0]
    const language = show === undefined ? null : catalogue.languages[show]!
    return {
      length: habit === null || !(ms > 0) ? null : Math.exp(-(Math.log(ms / habit) ** 2) / (2 * SPREAD ** 2)),
      language: spoken.size === 0 || language === null ? null : spoken.has(language),
    }
  }
}
