import { entityId } from '@linernotes/catalog'
import type { Narrative, NarrativeClaim, ProviderFailure } from '../narrative.js'
import type { NarrativeJob, Winner } from './narrative-job.js'

const unknownUsage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: null }

function reasonsOf(job: NarrativeJob): string {
  return job.failures.map(({ provider, reason }) => `${provider}: ${reason}`).join('; ')
}

/** The narrative that a finished job stands for. */
export function toNarrative(job: NarrativeJob, winner: Winner, cacheKey: string, now: number): Narrative {
  const { brief, numbered } = job
  const evidenceIds = (factIds: readonly string[]): string[] => factIds.flatMap((id) => numbered.evidenceIdOf.get(id) ?? [])
  const claims: NarrativeClaim[] = job.draft.claims.map(({ start, end, support, factIds }) => ({ start, end, support, evidenceIds: evidenceIds(factIds) }))
  const used = new Set(claims.flatMap((claim) => claim.evidenceIds))
  const { text } = job.draft
  return {
    type: 'narrative',
    id: entityId('narrative', cacheKey, text),
    itemId: brief.itemId,
    listenerId: brief.listenerId,
    text,
    claims,
    evidenceIds: [...brief.evidence, ...brief.passages].map((evidence) => evidence.id).filter((id, index, all) => used.has(id) && all.indexOf(id) === index),
    style: brief.style,
    language: brief.language,
    provider: winner.key,
    fallbackReason: winner.key === job.chain[0] ? null : reasonsOf(job),
    model: winner.model,
    promptVersion: winner.capabilities.promptVersion,
    fromCache: false,
    realisation: winner.realisation ?? winner.capabilities.realisation,
    createdAt: new Date(now).toISOString(),
    usage: { ...unknownUsage, ...winner.attempt.usage, timeToFirstTokenMs: winner.attempt.timeToFirstTokenMs, latencyMs: Math.round(job.elapsedMs) },
    overlap: job.overlap,
  }
}

export function toFailure(job: NarrativeJob): ProviderFailure {
  return {
    type: 'failure',
    code: 'PROVIDER_UNAVAILABLE',
    message: `No provider could write this narrative. ${reasonsOf(job)}`,
    provider: job.chain[0] ?? '',
    tried: job.failures.map(({ provider }) => provider),
    retryAfterMs: job.retryAfterMs,
  }
}
