import { searchCatalog } from '@linernotes/catalog'
import type { Wish } from './apply-cues.js'
import { clean } from './clean.js'
import type { Draft } from './draft.js'
import { findTracksOf } from './find-names.queries.js'
import type { Sense } from './mention.js'
import { wishEpisodes } from './wish-episodes.js'

type MentionWish = Extract<Wish, { type: 'mention' }>
type CurrentSense = Extract<Sense, { type: 'current' }>
type NameSense = Extract<Sense, { type: 'name' }>

/** A name of fewer letters, ruled out, has to be spelt as it is. */
const LEAST_RULED_OUT = 7
const MOST_TRACKS = 30
const MOST_WITHOUT = 2_000

const refersBack = /\b(?:those|these|them|that|it)$/iu

/** Tags, names, what plays now, episodes, and what nobody knows. */
export async function wishNames(draft: Draft, wishes: readonly Wish[], episode: boolean): Promise<void> {
  const { language } = draft.context
  const topics: string[] = []
  const only: string[] = []
  const without: string[] = []
  let isPastEpisode = false
  let isTopicRefused = false
  let named = 0
  for (const wish of wishes) {
    if (wish.type === 'unknown' && wish.isFaint) refuseFaint(draft, wish.asked)
    else if (wish.type === 'unknown') {
      const isTopic = wish.cue === 'about' || (episode && isPastEpisode && wish.cue !== 'not' && !wish.isQuoted)
      if (isTopic && (await knowsEpisodeAbout(draft, wish.asked))) topics.push(wish.asked)
      else if (isTopic) {
        isTopicRefused = true
        draft.refuse(language.refusals.noEpisodeAbout(clean(wish.asked)))
      } else refuseUnknown(draft, wish)
    }
    if (wish.type === 'unknown') continue
    const { sense, cue } = wish
    if (isUnmeant(wish, episode)) {
      refuseUnknown(draft, { ...wish, type: 'unknown', isQuoted: false, isFaint: false })
      continue
    }
    if (wish.isGuessed) draft.note(language.refusals.took(clean(wish.asked), sense.type === 'name' ? sense.name : sense.type === 'tag' ? sense.tag : ''))
    if (sense.type === 'episodes') isPastEpisode ||= sense.how === 'one'
    else if (sense.type === 'tag') {
      if (cue === 'not') without.push(sense.tag)
      else if (cue === 'about' || (episode && isPastEpisode && sense.of !== 'music') || sense.of === 'episodes') topics.push(sense.tag)
      else only.push(sense.tag)
    } else if (sense.type === 'name') {
      await wishName(draft, sense, cue)
      named += cue === 'not' ? 0 : 1
    }
    // "Like And/Or, more of those": they are meant, and not what plays.
    else if (sense.type === 'current' && !(named > 0 && sense.wish !== 'without' && refersBack.test(wish.asked))) wishCurrent(draft, turned(sense, cue))
  }
  const both = only.filter((tag) => without.includes(tag))
  for (const tag of both) draft.refuse(language.refusals.againstItself(tag))
  const kept = only.filter((tag) => !both.includes(tag))
  if (kept.length > 0) draft.add({ type: 'only-tags', tags: [...new Set(kept)] })
  if (without.length > 0) draft.add({ type: 'without-tags', tags: [...new Set(without)] })
  if (!isTopicRefused)
    wishEpisodes(
      draft,
      wishes.filter((wish): wish is MentionWish => wish.type === 'mention'),
      topics,
    )
}

async function knowsEpisodeAbout(draft: Draft, asked: string): Promise<boolean> {
  return (await searchCatalog(draft.context.db, asked, { kinds: ['episode'], first: 1 })).length > 0
}

function refuseUnknown(draft: Draft, { asked, cue, isSaid, isQuoted }: Extract<Wish, { type: 'unknown' }>): void {
  const { refusals } = draft.context.language
  const isName = isQuoted || (isSaid && cue !== 'about')
  const line = isName ? refusals.notInCatalogue(clean(asked)) : refusals.unknownWords(clean(asked))
  draft.refuse(line)
  // A quoted name is a name: nobody need interpret it.
  if (!isQuoted) draft.unexplained.set(asked, line)
}

function refuseFaint(draft: Draft, asked: string): void {
  const line = draft.context.language.refusals.notWeighed(clean(asked))
  draft.refuse(line)
  draft.unexplained.set(asked, line)
}

async function wishName(draft: Draft, { kind, id, name, others }: NameSense, cue: Wish['cue']): Promise<void> {
  const { db, language } = draft.context
  if (others > 0) draft.note(language.refusals.oneOf(name, others + 1))
  const isWhole = kind === 'release' || kind === 'label'
  const ids = isWhole ? await findTracksOf(db, kind, [id], cue === 'not' ? MOST_WITHOUT : MOST_TRACKS) : [id]
  if (ids.length === 0) return draft.refuse(language.refusals.notInCatalogue(name))
  for (const each of ids) draft.call(each, name)
  if (cue === 'not') draft.add({ type: 'without', ids })
  else if (cue === 'like') draft.add({ type: 'more-like', seedIds: ids.slice(0, 10) })
  else draft.add({ type: 'play', ids })
}

/** A title or a topic that came up in passing; and a guess at a short name that would be ruled out for good. */
function isUnmeant({ inPassing, isSaid, isGuessed, cue, sense, asked }: MentionWish, isEpisodeAsked: boolean): boolean {
  if (isGuessed && sense.type === 'name' && cue === 'not' && asked.length < LEAST_RULED_OUT) return true
  if (sense.type === 'tag' && isEpisodeAsked) return false
  return inPassing === 'always' || (inPassing === 'unless-said' && !isSaid)
}

/** "Never play this again" has "play this again" in it. */
function turned(sense: CurrentSense, cue: Wish['cue']): CurrentSense {
  if (cue !== 'not') return sense
  return { ...sense, wish: sense.wish === 'play' ? 'without' : 'less' }
}

function wishCurrent(draft: Draft, { what, wish }: CurrentSense): void {
  const { playing, language } = draft.context
  if (playing === null) return draft.refuse(wish === 'like' ? language.refusals.nothingLike : language.refusals.nothingPlays)
  const ids = what === 'creator' ? playing.creatorIds : [playing.itemId]
  for (const id of ids) draft.call(id, what === 'creator' ? playing.by : playing.title)
  if (wish === 'like') draft.add({ type: 'more-like', seedIds: ids })
  else if (wish === 'play') draft.add({ type: 'play', ids })
  else {
    draft.add({ type: 'without', ids })
    // "Less like this" may play to its end.
    if (what === 'item' && wish === 'without') draft.add({ type: 'playback', action: 'skip' })
  }
}
