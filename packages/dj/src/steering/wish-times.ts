import type { Wish } from './apply-cues.js'
import type { Draft } from './draft.js'

type MentionWish = Extract<Wish, { type: 'mention' }>

/** "Older" and "newer" than what plays, where that has a year; else than so many years ago. */
const OLD_YEARS = 15
const NEW_YEARS = 5
const SHORT_MS = 180_000
const LONG_MS = 360_000

/** Years, lengths and the listener's own past. */
export function wishTimes(
  draft: Draft,
  wishes: readonly Wish[],
  { hasEpisode, hasHistory }: { readonly hasEpisode: boolean; readonly hasHistory: boolean },
): void {
  const mentions = wishes.filter((wish): wish is MentionWish => wish.type === 'mention')
  const years = mentions.flatMap(({ sense, cue }) => (sense.type === 'years' ? [{ ...sense, cue }] : []))
  if (hasHistory) {
    const [when] = years
    draft.add({ type: 'rediscover', year: when?.from ?? when?.to ?? null })
  } else for (const span of years) wishYears(draft, span)
  // "Long tracks, seven minutes or more" says it twice.
  const hasSpan = mentions.some(({ sense }) => sense.type === 'span')
  for (const [index, { sense, cue }] of mentions.entries()) {
    const next = mentions[index + 1]?.sense.type
    // "The latest LINUX Unplugged" is no wish for years.
    if (sense.type === 'age' && next !== 'name' && next !== 'episodes' && !hasHistory)
      wishAge(draft, sense.than === 'new' ? (cue === 'not' ? 'older' : 'new') : (sense.than === 'older') === (cue !== 'not') ? 'older' : 'newer')
    else if (!hasEpisode && sense.type === 'span') wishSpan(draft, cue === 'not' ? { minMs: sense.maxMs, maxMs: sense.minMs } : sense)
    else if (!hasEpisode && !hasSpan && (sense.type === 'short' || sense.type === 'long'))
      wishSpan(draft, (sense.type === 'short') === (cue !== 'not') ? { minMs: null, maxMs: SHORT_MS } : { minMs: LONG_MS, maxMs: null })
  }
}

interface Years {
  readonly from: number | null
  readonly to: number | null
  readonly cue: Wish['cue']
}

function wishYears(draft: Draft, { from, to, cue }: Years): void {
  if (cue !== 'not') draft.add({ type: 'years', from, to })
  else if (from === null && to !== null) draft.add({ type: 'years', from: to + 1, to: null })
  else if (to === null && from !== null) draft.add({ type: 'years', from: null, to: from - 1 })
  else draft.refuse(draft.context.language.refusals.yearsInside)
}

function wishAge(draft: Draft, than: 'older' | 'newer' | 'new'): void {
  const { playing, now, language } = draft.context
  const present = new Date(now).getUTCFullYear()
  if (than === 'new') return draft.add({ type: 'years', from: present - NEW_YEARS, to: null })
  if (playing !== null && playing.year === null) draft.note(language.refusals.ageUnknown)
  if (than === 'older') draft.add({ type: 'years', from: null, to: (playing?.year ?? present - OLD_YEARS + 1) - 1 })
  else draft.add({ type: 'years', from: Math.min(present, (playing?.year ?? present - NEW_YEARS - 1) + 1), to: null })
}

/** From so long up to so long; neither known: nothing was said. */
function wishSpan(draft: Draft, { minMs, maxMs }: { readonly minMs: number | null; readonly maxMs: number | null }): void {
  if (minMs !== null || maxMs !== null) draft.add({ type: 'length', minMs, maxMs })
}
