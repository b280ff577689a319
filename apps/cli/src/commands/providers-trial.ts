import { judgeAttempt, type Narrative, type RecordedAttempt } from '@linernotes/narratives'
import { findEvidence, type NarrateOutcome, type Platform } from '@linernotes/serving'

/** What came of asking one provider for one narrative: what was published, on what it rests, and everything that was tried. */
export interface Trial {
  /** Key of the provider that was asked. */
  readonly asked: string
  /** Who wrote what was published; null: nobody. */
  readonly writer: string | null
  readonly text: string | null
  readonly claims: readonly TriedClaim[]
  readonly evidence: readonly { readonly id: string; readonly statement: string; readonly source: string; readonly licence: string }[]
  /** Why the provider that was asked did not write it, or why nobody did; null: it did. */
  readonly fallbackReason: string | null
  readonly model: string | null
  readonly realisation: Narrative['realisation'] | null
  readonly promptVersion: string | null
  readonly usage: Narrative['usage'] | null
  readonly attempts: readonly TriedAttempt[]
  /** What the provider was given; null: nobody was asked. */
  readonly request: RecordedAttempt['request'] | null
  readonly facts: readonly { readonly id: string; readonly statement: string }[]
}

/** UTF-16 offsets into the text, end exclusive. */
export interface TriedClaim extends Readonly<Narrative['claims'][number]> {
  readonly text: string
}

/** What a provider said once, sentence by sentence, with what grounding says of each. */
export interface TriedAttempt extends Omit<RecordedAttempt, 'request' | 'sentences'> {
  readonly sentences: readonly {
    readonly text: string
    readonly accepted: boolean
    readonly factIds: readonly string[]
    readonly refusals: readonly { readonly code: string; readonly reason: string }[]
  }[]
}

export async function describeTrial(
  db: Platform['database']['db'],
  asked: string,
  outcome: NarrateOutcome,
  recorded: readonly RecordedAttempt[],
): Promise<Trial> {
  const attempts = recorded.map(describeAttempt)
  const request = recorded[0]?.request ?? null
  const facts = [...(request?.facts ?? []), ...(request?.passages ?? [])].map(({ id, statement }) => ({ id, statement }))
  if (outcome.type !== 'narrative') {
    const nothing = { writer: null, text: null, claims: [], evidence: [], model: null, realisation: null, promptVersion: null, usage: null }
    return { asked, ...nothing, fallbackReason: outcome.message, attempts, request, facts }
  }
  const { text, provider: writer, evidenceIds, fallbackReason, model, realisation, promptVersion, usage } = outcome
  const found = await findEvidence(db, evidenceIds)
  const evidence = evidenceIds.flatMap((id) => {
    const known = found.get(id)
    return known === undefined ? [] : [{ id, statement: known.statement, source: known.source.name, licence: known.source.licence }]
  })
  const claims = outcome.claims.map((claim) => ({ ...claim, text: text.slice(claim.start, claim.end) }))
  return { asked, writer, text, claims, evidence, fallbackReason, model, realisation, promptVersion, usage, attempts, request, facts }
}

function describeAttempt(attempt: RecordedAttempt): TriedAttempt {
  const { request: _request, sentences: _sentences, ...rest } = attempt
  const sentences = judgeAttempt(attempt).map(({ text, accepted, factIds, refusals }) => ({
    text,
    accepted,
    factIds,
    refusals: refusals.map(({ code, reason }) => ({ code, reason })),
  }))
  return { ...rest, sentences }
}
