import type { Wish } from './apply-cues.js'
import { clean } from './clean.js'
import { Draft, type DraftContext } from './draft.js'
import type { Sense } from './mention.js'
import { wishNames } from './wish-names.js'
import { wishTimes } from './wish-times.js'

/** Makes operations of wishes, in their order; what cannot be is refused in words. */
export async function draftOf(all: readonly Wish[], context: DraftContext): Promise<Draft> {
  const draft = new Draft(context)
  const wishes = wishesIn(draft, all)
  const mentions = wishes.flatMap((wish) => (wish.type === 'mention' && wish.cue !== 'not' ? [wish.sense] : []))
  const isAsked = mentions.some((sense) => sense.type === 'episodes' && sense.how === 'one')
  // A topic that only episodes have asks for one, too.
  const hasEpisode = isAsked || mentions.some((sense) => sense.type === 'tag' && sense.of === 'episodes')
  const hasHistory = wishes.some((wish) => wish.type === 'mention' && wish.sense.type === 'history' && wish.cue !== 'not')
  // First: what is forgotten is what was asked for before, and not what is asked for now.
  for (const wish of wishes) if (wish.type === 'mention') wishSimple(draft, wish)
  wishTimes(draft, wishes, { hasEpisode, hasHistory })
  await wishNames(draft, wishes, isAsked)
  return draft
}

const isHint = (wish: Wish): boolean => wish.type === 'mention' && wish.sense.type === 'energy' && wish.sense.isHint === true
const isWish = (wish: Wish): boolean => wish.type === 'mention' && wish.sense.type !== 'manners' && wish.sense.type !== 'beyond' && !isHint(wish)

/** What is wished, without what is only spoken of: what is spared, and what somebody says of themselves beside a wish. */
function wishesIn(draft: Draft, all: readonly Wish[]): readonly Wish[] {
  const { refusals } = draft.context.language
  const isSpoken = all.some(isWish)
  return all.filter((wish) => {
    if (wish.type === 'mention' && wish.cue === 'spared' && isWish(wish))
      draft.refuse(wish.sense.type === 'tag' || wish.sense.type === 'name' ? refusals.noWish(clean(wish.asked)) : refusals.staysSo)
    else return !(isSpoken && isHint(wish))
    return false
  })
}

/** What stands for itself, whatever is around it. */
function wishSimple(draft: Draft, { sense, cue, asked }: Extract<Wish, { type: 'mention' }>): void {
  const { context } = draft
  // "Don't skip", "don't forget it": what goes on by itself.
  if (cue === 'not' && goesOn(sense)) return draft.refuse(context.language.refusals.staysSo)
  switch (sense.type) {
    case 'energy': {
      const isTurned = cue === 'not'
      if (isTurned && context.language.isChange(asked)) return draft.refuse(context.language.refusals.staysSo)
      const calmer = (sense.direction === 'calmer') !== isTurned
      return draft.add({ type: 'energy', direction: calmer ? 'calmer' : 'livelier' })
    }
    case 'adventure': {
      const to = sense.to ?? Math.min(1, Math.max(0, context.adventurousness + sense.by))
      return draft.add({ type: 'adventurousness', value: Math.round((cue === 'not' ? 1 - to : to) * 100) / 100 })
    }
    case 'talk':
      return draft.add({ type: 'talk', talkEvery: talkEveryOf(cue === 'not' ? { how: 'less' } : sense, context.talkEvery) })
    case 'playback':
      return draft.add({ type: 'playback', action: sense.action })
    case 'lift':
      if (sense.what === 'tags') return draft.add({ type: 'only-tags', tags: [] })
      return draft.add(sense.what === 'years' ? { type: 'years', from: null, to: null } : { type: 'length', minMs: null, maxMs: null })
    case 'forget':
      return draft.add({ type: 'forget-requests' })
    case 'beyond':
      return draft.refuse(sense.why)
    default:
  }
}

const goesOn = (sense: Sense): boolean =>
  sense.type === 'playback' || sense.type === 'lift' || sense.type === 'forget' || sense.type === 'history' || (sense.type === 'talk' && sense.how !== 'every')

/** So much talk at most, so little at least, where it is to be more or less. */
const RAREST = 10

function talkEveryOf({ how, n }: { readonly how: string; readonly n?: number }, now: number): number {
  if (how === 'off') return 0
  if (how === 'every') return 1
  if (how === 'every-nth') return Math.min(100, n ?? 1)
  if (how === 'less') return now === 0 ? 0 : Math.min(RAREST, now * 2)
  return now === 0 ? RAREST / 2 : Math.max(1, Math.floor(now / 2))
}
