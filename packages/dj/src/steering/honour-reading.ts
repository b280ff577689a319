import { searchCatalog } from '@linernotes/catalog'
import type { Draft } from './draft.js'
import { findNameMentions, nearestName } from './find-name-mentions.js'
import { findTracksOf } from './find-names.queries.js'
import { nearestTag } from './find-tag-mentions.js'
import type { Sense } from './mention.js'
import type { ReadWish } from './reading.js'
import { readWords } from './read-words.js'
import type { TagVocabulary } from './tag-vocabulary.js'

type NameSense = Extract<Sense, { type: 'name' }>

const MINUTE_MS = 60_000
const MOST_TRACKS = 30
const BOLD = 0.8
const SAFE = 0.2

/**
 * Makes operations of what a provider read. Names and tags are looked up here: where one is not in the catalogue, nothing of the wish is done. false: it cannot be
 * honoured, and the words stay refused.
 */
export async function honourReading(draft: Draft, wish: ReadWish, tags: TagVocabulary): Promise<boolean> {
  switch (wish.type) {
    case 'none':
      return false
    case 'energy':
      return done(draft.add(wish))
    case 'only-tags':
    case 'without-tags': {
      const found = wish.tags.map((tag) => tags.get(tag.toLowerCase())?.tag ?? nearestTag(tag.toLowerCase(), tags)?.tag)
      return !found.includes(undefined) && done(draft.add({ type: wish.type, tags: found.filter((tag) => tag !== undefined) }))
    }
    case 'more-like':
    case 'play':
    case 'without':
      return await honourNames(draft, wish)
    case 'years':
      if (wish.from === null && wish.to === null) return false
      return (wish.from ?? 0) <= (wish.to ?? Infinity) && done(draft.add(wish))
    case 'length': {
      if (wish.minMinutes === null && wish.maxMinutes === null) return false
      return (
        (wish.minMinutes ?? 0) <= (wish.maxMinutes ?? Infinity) &&
        done(draft.add({ type: 'length', minMs: msOf(wish.minMinutes), maxMs: msOf(wish.maxMinutes) }))
      )
    }
    case 'rediscover':
      return done(draft.add(wish))
    case 'adventurousness':
      return done(draft.add({ type: 'adventurousness', value: wish.towards === 'unknown' ? BOLD : SAFE }))
    case 'kinds':
      return done(draft.add({ type: 'kinds', kinds: wish.kinds === 'both' ? ['track', 'episode'] : [wish.kinds === 'music' ? 'track' : 'episode'] }))
    case 'episode': {
      const isTag = wish.topic !== null && (tags.get(wish.topic.toLowerCase())?.of ?? 'music') !== 'music'
      const isKnown = wish.topic === null || isTag || (await searchCatalog(draft.context.db, wish.topic, { kinds: ['episode'], first: 1 })).length > 0
      return isKnown && done(draft.add({ type: 'episode', topic: wish.topic, maxMs: msOf(wish.maxMinutes) }))
    }
    case 'talk':
      return done(draft.add({ type: 'talk', talkEvery: wish.every }))
    case 'playback':
      // A guess ends nothing that something else is wished of.
      return (wish.action !== 'end' || draft.isIdle) && done(draft.add(wish))
    case 'forget-requests':
      return draft.isIdle && done(draft.add(wish))
  }
}

async function honourNames(draft: Draft, { type, names }: Extract<ReadWish, { readonly names: readonly string[] }>): Promise<boolean> {
  const { db } = draft.context
  const ids: string[] = []
  const called: (readonly [id: string, name: string])[] = []
  for (const asked of names) {
    const sense = await nameOf(draft, asked)
    if (sense === null) return false
    const isWhole = sense.kind === 'release' || sense.kind === 'label'
    const found = isWhole ? await findTracksOf(db, sense.kind, [sense.id], MOST_TRACKS) : [sense.id]
    if (found.length === 0) return false
    ids.push(...found)
    for (const id of found) called.push([id, sense.name])
  }
  for (const [id, name] of called) draft.call(id, name)
  return done(draft.add(type === 'more-like' ? { type, seedIds: ids.slice(0, 10) } : { type, ids }))
}

async function nameOf(draft: Draft, asked: string): Promise<NameSense | null> {
  const words = readWords(asked)
  const [mention] = await findNameMentions(draft.context.db, words, () => true)
  const isWhole = mention !== undefined && mention.from === 0 && mention.to === words.words.length
  const sense = isWhole ? mention.sense : await nearestName(draft.context.db, asked)
  return sense?.type === 'name' ? sense : null
}

const msOf = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes * MINUTE_MS))
const done = (..._added: readonly void[]): true => true
