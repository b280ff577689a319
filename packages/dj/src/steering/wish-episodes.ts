import type { Wish } from './apply-cues.js'
import type { Draft } from './draft.js'

/** A short episode is over in a quarter of an hour or so. */
const SHORT_MS = 20 * 60_000

/** One episode soon, about something and not too long, or episodes from now on, or none. */
export function wishEpisodes(draft: Draft, mentions: readonly Extract<Wish, { type: 'mention' }>[], topics: readonly string[]): void {
  let isOne = false
  for (const { sense, cue } of mentions) {
    if (sense.type !== 'episodes') continue
    if (sense.how === 'none' || cue === 'not') draft.add({ type: 'kinds', kinds: ['track'] })
    else if (sense.how === 'only') draft.add({ type: 'kinds', kinds: ['episode'] })
    else if (sense.how === 'both') draft.add({ type: 'kinds', kinds: ['track', 'episode'] })
    else isOne = true
  }
  // "A podcast" beside the name of a show is that show.
  const isNamed = mentions.some(({ sense }) => sense.type === 'name' && (sense.kind === 'show' || sense.kind === 'episode'))
  if (!isOne && topics.length === 0) return
  if (isNamed && topics.length === 0) return
  const maxMs = longestOf(draft, mentions)
  for (const topic of topics.length === 0 ? [null] : new Set(topics)) draft.add({ type: 'episode', topic, maxMs })
}

function longestOf(draft: Draft, mentions: readonly Extract<Wish, { type: 'mention' }>[]): number | null {
  const { refusals } = draft.context.language
  let maxMs: number | null = null
  for (const { sense, cue } of mentions) {
    const limit = sense.type === 'span' ? (cue === 'not' ? sense.minMs : sense.maxMs) : sense.type === 'short' && cue !== 'not' ? SHORT_MS : null
    if (limit !== null) maxMs = maxMs === null ? limit : Math.min(maxMs, limit)
    else if (sense.type === 'long' || sense.type === 'span') draft.refuse(refusals.longEpisode)
  }
  return maxMs
}
