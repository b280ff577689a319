import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { testCapabilities } from '@linernotes/narrative-sdk/testing'
import { evidence, sampleBrief } from '../../__fixtures__/sample-brief.js'
import type { Brief } from '../../brief.js'
import { groundText, type CitedText } from '../../grounding/ground-text.js'
import type { Narrative } from '../../narrative.js'
import { toRequest } from '../../to-request.js'
import type { Answer, EvaluatedBrief, WatchedAttempt } from '../evaluated.js'

export function evaluatedBrief(overrides: Partial<EvaluatedBrief> = {}, brief: Brief = sampleBrief()): EvaluatedBrief {
  return { brief, list: 1, listener: 'ada', hasHistory: true, otherListeners: [], ...overrides }
}

/** A published text, its claims as grounding makes them. */
export function narrative(text: string, brief: Brief, overrides: Partial<Narrative> = {}): Narrative {
  const { request, evidenceIdOf } = toRequest(brief)
  const { claims } = groundText(text, null, request.facts)
  return {
    type: 'narrative',
    id: 'nar_1',
    itemId: brief.itemId,
    listenerId: brief.listenerId,
    text,
    claims: claims.map(({ factIds, ...claim }) => ({ ...claim, evidenceIds: factIds.flatMap((id) => evidenceIdOf.get(id) ?? []) })),
    evidenceIds: [],
    style: 'blurb',
    language: 'en',
    provider: 'pen',
    fallbackReason: null,
    model: 'pen-1',
    promptVersion: 'test-1',
    fromCache: false,
    realisation: 'rules',
    createdAt: '2026-01-01T00:00:00.000Z',
    usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: null, timeToFirstTokenMs: null, latencyMs: 1 },
    ...overrides,
  }
}

export function attempt(brief: Brief, pieces: readonly CitedText[], overrides: Partial<WatchedAttempt> = {}): WatchedAttempt {
  const { request } = toRequest(brief)
  return { provider: 'pen', capabilities: testCapabilities, request, model: 'pen-1', pieces, usage: null, timeToFirstTextMs: 1, latencyMs: 2, ...overrides }
}

/** What "pen" made of a brief: its own text, unless the narrative says otherwise. */
export function answer(text: string, evaluated: EvaluatedBrief = evaluatedBrief(), overrides: Partial<Narrative> = {}): Answer {
  return {
    evaluated,
    provider: 'pen',
    result: narrative(text, evaluated.brief, overrides),
    attempts: [attempt(evaluated.brief, [{ text, factIds: null }])],
  }
}

/** "You played ARTIST n times in YEAR." */
export function played(artist: string, plays: number, year = 2016): ReturnType<typeof evidence> {
  const kind: NarrativeFact['kind'] = 'listening'
  return evidence('artist-plays', { artist, plays, year }, `You played ${artist} ${plays} times in ${year}.`, kind)
}
