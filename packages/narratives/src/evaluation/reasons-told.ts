import type { Evidence } from '@linernotes/catalog'
import type { Narrative, NarrativeClaim } from '../narrative.js'
import type { EvaluatedBrief } from './evaluated.js'
import { shareOf, shareWhere, type Share } from './estimate.js'
import { countWords } from '../grounding/ground-text.js'

export interface ToldText {
  readonly evaluated: EvaluatedBrief
  readonly narrative: Narrative
}

export interface ReasonsTold {
  /** Texts that rest on evidence of the ranker's first reason, where it gave one. */
  readonly firstReason: Share
  /** As `firstReason`, by the one fact that proves it: of "you played them 31 times, and this is from 2012" the plays. */
  readonly firstProof: Share
  /** Texts with a claim about this listener, where the brief has history. */
  readonly personal: Share
  /** Briefs that hold a fact of the listener's history; somebody who plays music only has none for a podcast. */
  readonly withHistory: Share
  /** Words in clauses of opinion, of all words. */
  readonly opinionWords: Share
  /** Texts of which more than a third is opinion. */
  readonly mostlyOpinion: Share
}

function supportedIds({ claims }: Narrative): Set<string> {
  return new Set(claims.filter(({ support }) => support === 'supported').flatMap(({ evidenceIds }) => evidenceIds))
}

/** It says what this listener did, or speaks to "you" of those who play the same. */
export function isAboutListener(claim: NarrativeClaim, text: string, evidence: readonly Evidence[]): boolean {
  if (claim.support !== 'supported') return false
  const kinds = evidence.filter(({ id }) => claim.evidenceIds.includes(id)).map(({ kind }) => kind)
  if (kinds.includes('listening')) return true
  return kinds.includes('audience') && /(?<!\p{L})you(?:r|rs|['’]ve)?(?!\p{L})/iu.test(text.slice(claim.start, claim.end))
}

function opinionWordsOf({ claims, text }: Narrative): number {
  return claims.filter(({ support }) => support === 'opinion').reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0)
}

export function measureReasonsTold(texts: readonly ToldText[], briefs: readonly EvaluatedBrief[]): ReasonsTold {
  const reasoned = texts.filter(({ evaluated }) => (evaluated.brief.reasons[0]?.evidenceIds.length ?? 0) > 0)
  const firstIds = ({ evaluated }: ToldText): readonly string[] => evaluated.brief.reasons[0]?.evidenceIds ?? []
  const historical = texts.filter(({ evaluated }) => evaluated.hasHistory)
  const words = texts.reduce((sum, { narrative }) => sum + countWords(narrative.text), 0)
  return {
    firstReason: shareWhere(reasoned, (told) => firstIds(told).some((id) => supportedIds(told.narrative).has(id))),
    firstProof: shareWhere(reasoned, (told) => supportedIds(told.narrative).has(firstIds(told)[0] ?? '')),
    personal: shareWhere(historical, ({ evaluated, narrative }) =>
      narrative.claims.some((claim) => isAboutListener(claim, narrative.text, evaluated.brief.evidence)),
    ),
    withHistory: shareWhere(briefs, ({ hasHistory }) => hasHistory),
    opinionWords: shareOf(
      texts.reduce((sum, { narrative }) => sum + opinionWordsOf(narrative), 0),
      words,
    ),
    mostlyOpinion: shareWhere(texts, ({ narrative }) => opinionWordsOf(narrative) * 3 > countWords(narrative.text)),
  }
}
