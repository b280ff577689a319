import { artistFirstPlay, artistLastPlay, artistPlays, type Taste } from '@linernotes/listening'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findBridges } from './find-bridges.js'
import { findEchoes } from './find-echoes.js'
import type { TalkGround } from './talk-ground.js'
import { keyOf, type TalkIdea } from './talk-idea.js'

/** All that could be said before an item, each idea true by itself. */
export async function findIdeas(db: Kysely<Database>, ground: TalkGround): Promise<readonly TalkIdea[]> {
  return [
    ...whyIdeas(ground),
    ...factIdeas(ground),
    ...callbackIdeas(ground),
    ...introductionIdeas(ground),
    ...findBridges(ground),
    ...(await findEchoes(db, ground)),
  ]
}

/** Why the item is here, as the ranker saw it. */
function whyIdeas({ reasons }: TalkGround): readonly TalkIdea[] {
  return reasons.slice(0, 2).flatMap((reason, index): readonly TalkIdea[] => {
    const telling = reason.evidence.filter((fact) => !isFrame(fact.property))
    if (telling.length === 0) return []
    return [{ kind: 'why', reason: reason.code, evidence: reason.evidence, keys: telling.map(keyOf), worth: index === 0 ? 1 : 0.5 }]
  })
}

/** Where an item is from is named along the way, and is not what is told. */
function isFrame(property: string): boolean {
  return property === 'item' || property === 'release' || property === 'release-tags'
}

/** What a fact of the catalogue has to say to somebody who only listens. */
const factWorth: Readonly<Record<string, number>> = {
  'remix-of': 1.8,
  'only-release-on-label': 1.2,
  'first-release-on-label': 1.3,
  'only-release-by-artist': 1,
  'first-release-by-artist': 1.1,
  'longest-track': 1.3,
  'nth-release-in-year': 1.3,
  'releases-in-year': 1,
  compilation: 1.1,
  'artist-relation': 1.5,
  'artist-country': 1,
  'artist-begin': 1,
  label: 0.4,
  guest: 1.6,
  chapter: 1.2,
  soundbite: 1.2,
  description: 0.8,
  speaker: 0.7,
}
const SHORT_MS = 120_000
const LONG_MS = 420_000
/** After so long without a play, somebody was dropped. */
const SILENT_MS = 540 * 86_400_000

/** A story of the catalogue about the item, its record or its maker. */
function factIdeas({ facts }: TalkGround): readonly TalkIdea[] {
  return facts.flatMap((fact): readonly TalkIdea[] => {
    const durationMs = fact.property === 'track-length' ? Number(fact.values['durationMs']) : null
    const worth = durationMs === null ? factWorth[fact.property] : durationMs < SHORT_MS || durationMs > LONG_MS ? 1 : undefined
    if (worth === undefined || (fact.property === 'label' && !/[\p{L}\p{N}]/u.test(String(fact.values['label'])))) return []
    return [{ kind: 'fact', reason: 'exploration', evidence: [fact], keys: [keyOf(fact)], worth: 1.3 * worth }]
  })
}

/** The listener's own past with whoever made it: how often, in their best year, and when last. */
function callbackIdeas({ taste, traits }: TalkGround): readonly TalkIdea[] {
  const artist = traits.kind === 'track' && taste !== null ? artistNamed(taste, traits.byKey, traits.by) : null
  if (taste === null || artist === null || artist.plays < 3) return []
  const [year, plays] = [...artist.years].toSorted(([, one], [, other]) => other - one)[0] ?? [null, 0]
  const isOneYears = artist.years.size > 1 && plays >= 3
  const counted = artistPlays(taste, artist.artistId, isOneYears ? year : null)
  // Whoever was played a month ago was not left.
  const last = taste.readAt - artist.lastPlayedAt > SILENT_MS ? artistLastPlay(taste, artist.artistId) : null
  const first = artistFirstPlay(taste, artist.artistId)
  const ideas: TalkIdea[] = []
  if (counted !== null)
    ideas.push({
      kind: 'callback',
      reason: 'rediscovery',
      evidence: [counted, ...(last === null ? [] : [last])],
      keys: [`plays of ${artist.artistId}`, keyOf(counted)],
      worth: 1.1,
    })
  if (first !== null)
    ideas.push({ kind: 'callback', reason: 'same-artist', evidence: [first], keys: [`plays of ${artist.artistId}`, keyOf(first)], worth: 0.8 })
  return ideas
}

function artistNamed(taste: Taste, byKey: string, by: string): Taste['artists'] extends ReadonlyMap<string, infer Artist> ? Artist | null : never {
  return [...taste.artists.values()].find((artist) => artist.name === by || artist.name.toLowerCase() === byKey) ?? null
}

/** Somebody whom the listener has not played: where they come from. */
function introductionIdeas({ taste, traits, facts }: TalkGround): readonly TalkIdea[] {
  const isKnown = taste !== null && artistNamed(taste, traits.byKey, traits.by) !== null
  const evidence = facts.filter(({ property }) =>
    ['release', 'label', 'release-tags', 'only-release-by-artist', 'show', 'episode-tags', 'host'].includes(property),
  )
  if (isKnown || traits.by === '' || evidence.length === 0) return []
  return [
    {
      kind: 'introduction',
      reason: 'exploration',
      evidence,
      keys: [`introduction of ${traits.byKey}`, ...evidence.filter(({ property }) => !isFrame(property)).map(keyOf)],
      worth: 0.7,
    },
  ]
}
