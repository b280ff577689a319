import type { Evidence } from '@linernotes/catalog'
import type { BriefSubject } from '@linernotes/serving'
import type { ItemTraits } from '../plan/candidate.js'
import type { TalkIdea } from './talk-idea.js'

/** A brief that holds what the idea is about, and nothing else: the item, and the facts that were chosen. */
export function talkSubject(traits: ItemTraits, facts: readonly Evidence[], idea: TalkIdea, listenerId: string | null): BriefSubject {
  const item = facts.filter((fact) => fact.property === 'item')
  // What frames a fact is named along with it; beside plays of the past and what two items share, it would be one thing too many.
  const frames = idea.kind === 'introduction' ? ['release', 'label', 'release-tags', 'track-length'] : idea.kind === 'fact' ? ['release'] : []
  const beside = facts.filter((fact) => frames.includes(fact.property))
  return {
    itemId: traits.itemId,
    kind: traits.kind,
    listenerId,
    reasons: [{ code: idea.reason, weight: 1, evidence: idea.evidence, basis: {} }],
    facts: [...item, ...idea.evidence, ...beside],
  }
}
