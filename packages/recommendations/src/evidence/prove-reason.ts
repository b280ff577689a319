import type { Evidence } from '@linernotes/catalog'
import type { ReasonCode } from '../reason.js'
import type { Basis } from '../basis.js'
import type { EvidenceMaterial } from './evidence-material.js'

const MOST_EVIDENCE = 4
/** Of the anchors after the loudest, so many are told; a reason may rest on more. */
export const TOLD_FURTHER = 2
/** What can be said of an item about which no listening fact is told, most telling first; every item has the last. */
const ANY_FACT = ['release-tags', 'release', 'episode-tags', 'guest', 'speaker', 'description', 'episode-date', 'episode-length', 'track-length', 'item']

type Proof = (basis: Basis, itemId: string, material: EvidenceMaterial) => readonly (Evidence | null | undefined)[]

/** For each code what proves it, strongest first. Without the first, there is no proof. */
const proofs: Readonly<Record<ReasonCode, Proof>> = {
  'similar-audience': ({ anchorId = '', furtherAnchorIds = [], targetId = '' }, _itemId, { sharedAudience, listening }) => [
    sharedAudience(anchorId, targetId),
    listening?.artistPlays(anchorId) ?? listening?.showPlays(anchorId),
    ...furtherAnchorIds.slice(0, TOLD_FURTHER).map((further) => sharedAudience(further, targetId)),
  ],
  'shared-tags': ({ tag = '' }, itemId, material) => personalFirst(material, itemId, (listening) => [listening.tagPlays(tag)], ['release-tags']),
  'same-artist': ({ targetId = '' }, itemId, material) =>
    personalFirst(material, itemId, (listening) => [listening.artistPlays(targetId), listening.artistFirstPlay(targetId)], ['release']),
  'same-release': ({ releaseId = '' }, itemId, material) => personalFirst(material, itemId, (listening) => [listening.releasePlays(releaseId)], ['release']),
  'same-label': ({ labelKey = '' }, itemId, material) => personalFirst(material, itemId, (listening) => [listening.labelPlays(labelKey)], ['label']),
  'followed-show': ({ targetId = '' }, itemId, material) =>
    personalFirst(material, itemId, (listening) => [listening.showPlays(targetId)], ['episode-number', 'episode-date']),
  'topic-match': ({ topic = '', furtherTopics = [] }, itemId, material) => [
    ...personalFirst(material, itemId, (listening) => [topic, ...furtherTopics].map((each) => listening.topicPlays(each)), []),
    ...aboutTopic(material, itemId, topic),
  ],
  rediscovery: ({ targetId = '' }, _itemId, { listening }) => [
    listening?.artistPlays(targetId) ?? listening?.showPlays(targetId),
    listening?.artistLastPlay(targetId),
    listening?.artistFirstPlay(targetId),
  ],
  'hidden-gem': ({ tag, topic, furtherTopics = [] }, itemId, material) => [
    material.fewListeners(itemId),
    tag === undefined ? undefined : material.listening?.tagPlays(tag),
    ...[...(topic === undefined ? [] : [topic]), ...furtherTopics].map((each) => material.listening?.topicPlays(each)),
    ...factsOf(material, itemId, ['release-tags']),
  ],
  'fresh-release': ({ targetId, tag, topic }, itemId, material) => [
    ...factsOf(material, itemId, ['release', 'episode-date']),
    targetId === undefined ? undefined : (material.listening?.artistPlays(targetId) ?? material.listening?.showPlays(targetId)),
    tag === undefined ? undefined : material.listening?.tagPlays(tag),
    topic === undefined ? undefined : material.listening?.topicPlays(topic),
  ],
  exploration: ({ tag, anchorId, furtherAnchorIds = [], targetId }, itemId, material) =>
    tag === undefined || anchorId === undefined || targetId === undefined || material.listening === null
      ? factsOf(material, itemId, ANY_FACT)
      : [
          ...newToThem(material, tag),
          ...factsOf(material, itemId, ['release-tags']),
          material.sharedAudience(anchorId, targetId),
          ...furtherAnchorIds.slice(0, TOLD_FURTHER).map((further) => material.sharedAudience(further, targetId)),
        ],
  popular: (_basis, itemId, material) => factsOf(material, itemId, ANY_FACT),
  editorial: () => [],
}

/** The facts that prove a reason, at most four; none where it cannot be proved. */
export function proveReason(code: ReasonCode, basis: Basis, itemId: string, material: EvidenceMaterial): readonly Evidence[] {
  const [first, ...others] = proofs[code](basis, itemId, material)
  return first === null || first === undefined ? [] : [first, ...others.filter((fact) => fact !== null && fact !== undefined)].slice(0, MOST_EVIDENCE)
}

/** The listener's own facts, then the catalogue's; where the list starts from seeds that were never played, the catalogue's alone. */
function personalFirst(
  material: EvidenceMaterial,
  itemId: string,
  personal: (listening: NonNullable<EvidenceMaterial['listening']>) => readonly (Evidence | null)[],
  properties: readonly string[],
): readonly Evidence[] {
  const own = material.listening === null ? [] : personal(material.listening)
  return [...own.filter((fact) => fact !== null), ...factsOf(material, itemId, properties)]
}

/** That the tag was never played. Nothing is said of that where plays were ignored; otherwise a tag that was played after all proves nothing. */
function newToThem({ listening, isIgnoring }: EvidenceMaterial, tag: string): readonly (Evidence | null)[] {
  const unplayed = listening?.noTagPlays(tag) ?? null
  return unplayed === null && isIgnoring ? [] : [unplayed]
}

/** In the order of the properties asked for. */
function factsOf(material: EvidenceMaterial, itemId: string, properties: readonly string[]): readonly Evidence[] {
  const facts = material.catalogueFacts(itemId)
  return properties.flatMap((property) => facts.find((fact) => fact.property === property) ?? [])
}

/** The tags that name the topic, or the sentence that speaks of it. */
function aboutTopic(material: EvidenceMaterial, itemId: string, topic: string): readonly Evidence[] {
  const facts = material.catalogueFacts(itemId)
  const tags = facts.find(({ property, values }) => property === 'episode-tags' && Array.isArray(values['tags']) && values['tags'].includes(topic))
  const sentence = facts.find(({ property, values }) => property === 'description' && String(values['quote']).toLowerCase().includes(topic.toLowerCase()))
  return [tags, sentence].filter((fact) => fact !== undefined)
}
