import { findEpisodeFacts, findTrackFacts } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Suggestion } from '../suggestion.js'
import type { EvidenceMaterial, ListeningFacts } from './evidence-material.js'
import { findLittleKnown } from './find-little-known.js'
import { TOLD_FURTHER } from './prove-reason.js'
import { findSharedAudiences, pairKey, type AudiencePair } from './find-shared-audiences.js'

/** Reads what the reasons of a list can be proved with. The number of statements does not depend on the length of the list. */
export async function readMaterial(
  db: Kysely<Database>,
  suggestions: readonly Suggestion[],
  listening: ListeningFacts | null,
  isIgnoring: boolean,
): Promise<EvidenceMaterial> {
  const idsOf = (kind: Suggestion['kind']) => suggestions.filter((suggestion) => suggestion.kind === kind).map(({ itemId }) => itemId)
  const pairs = new Map<string, AudiencePair>()
  const gems: string[] = []
  for (const { itemId, contributions } of suggestions) {
    for (const { code, basis } of contributions) {
      const { anchorId, furtherAnchorIds = [], targetId } = basis
      if (anchorId !== undefined && targetId !== undefined) {
        for (const anchor of [anchorId, ...furtherAnchorIds.slice(0, TOLD_FURTHER)])
          pairs.set(pairKey({ anchorId: anchor, targetId }), { anchorId: anchor, targetId })
      }
      if (code === 'hidden-gem') gems.push(itemId)
    }
  }
  const tracks = idsOf('track')
  const episodes = idsOf('episode')
  const facts = new Map([
    ...(tracks.length === 0 ? [] : await findTrackFacts(db, tracks)),
    ...(episodes.length === 0 ? [] : await findEpisodeFacts(db, episodes)),
  ])
  const shared = await findSharedAudiences(db, [...pairs.values()])
  const littleKnown = await findLittleKnown(db, gems)
  return {
    listening,
    isIgnoring,
    catalogueFacts: (itemId) => facts.get(itemId) ?? [],
    sharedAudience: (anchorId, targetId) => shared.get(pairKey({ anchorId, targetId })) ?? null,
    fewListeners: (itemId) => littleKnown.get(itemId) ?? null,
  }
}
