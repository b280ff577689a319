import { entityKind } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { ReadTaste } from '@linernotes/listening'
import type { NarrativeDelta, NarrativeResult, Narrator } from '@linernotes/narratives'
import { recommend, type BoostRule, type RecommendationModel, type RecommendSettings } from '@linernotes/recommendations'
import type { Kysely } from 'kysely'
import { saveEvidence } from './evidence.queries.js'
import { writeBriefs, type BriefSubject, type NarrateOptions } from './write-briefs.js'

/** What to do with a narrative that exists already. */
export type CachePolicy = 'prefer' | 'bypass' | 'only'

export interface NarrativeRequestOptions extends NarrateOptions {
  /** Key of the provider asked for; null: the configured order. */
  readonly provider: string | null
  readonly cache: CachePolicy
}

/** For talk that follows other talk and has to be ready in time. */
export interface SpokenOptions extends NarrativeRequestOptions {
  /** What was said before: the next text should not sound like it. */
  readonly avoid: readonly string[]
  /** Once it fires, whoever writes is cut off, and the last provider of the order finishes. */
  readonly hurry: AbortSignal
  /** How long the text may take, instead of what is configured. */
  readonly deadlineMs: number
}

/** There is no such item. */
export interface NoSuchItem {
  readonly type: 'declined'
  readonly code: 'NOT_FOUND'
  readonly message: string
  readonly missing: readonly string[]
}
export type NarrateOutcome = NarrativeResult | NoSuchItem

export interface NarrateContext {
  readonly db: Kysely<Database>
  readonly narrator: Narrator
  readonly model: () => Promise<RecommendationModel>
  readonly now: () => number
  readonly readTaste: ReadTaste
  /** Declared boosts; left out: none. */
  readonly boosts?: readonly BoostRule[]
  /** Left out: what holds without a configuration. */
  readonly settings?: RecommendSettings
  readonly signal: AbortSignal
}

/** Narrates a list in its order; the number of statements does not grow with it. */
export async function narrateSubjects(
  context: NarrateContext,
  subjects: readonly BriefSubject[],
  options: NarrativeRequestOptions,
): Promise<readonly NarrateOutcome[]> {
  const { db, narrator, signal } = context
  const briefs = await writeBriefs(db, subjects, options)
  const written = briefs.filter((brief) => brief !== null)
  // Before the texts: a narrative that is published must find its evidence, whatever happens in between.
  await saveEvidence(
    db,
    written.flatMap((brief) => [...brief.evidence, ...brief.passages]),
  )
  const outcomes = await narrator.narrateList(written, { provider: options.provider, cache: options.cache, signal })
  let next = 0
  return briefs.map((brief) => (brief === null ? noSuchItem : (outcomes[next++] ?? noSuchItem)))
}

/** Narrates one item, for one listener or for nobody in particular. */
export async function narrateItem(
  context: NarrateContext,
  itemId: string,
  listenerId: string | null,
  options: NarrativeRequestOptions,
): Promise<NarrateOutcome> {
  const subject = await subjectOf(context, itemId, listenerId)
  if (subject === null) return noSuchItem
  const [outcome] = await narrateSubjects(context, [subject], options)
  return outcome ?? noSuchItem
}

/** The same brief, written by several providers at once. */
export async function compareProviders(
  context: NarrateContext,
  itemId: string,
  listenerId: string | null,
  providers: readonly string[],
  options: NarrativeRequestOptions,
): Promise<readonly NarrateOutcome[]> {
  const subject = await subjectOf(context, itemId, listenerId)
  return await Promise.all(
    providers.map(async (provider) =>
      subject === null ? noSuchItem : ((await narrateSubjects(context, [subject], { ...options, provider }))[0] ?? noSuchItem),
    ),
  )
}

/** Narrates one item, sentence by sentence as they pass verification. */
export async function* streamItem(
  context: NarrateContext,
  itemId: string,
  listenerId: string | null,
  options: NarrativeRequestOptions,
): AsyncGenerator<NarrateOutcome | NarrativeDelta> {
  const subject = await subjectOf(context, itemId, listenerId)
  if (subject === null) yield noSuchItem
  else yield* streamSubject(context, subject, options)
}

/** Narrates what the subject says of an item, sentence by sentence as they pass verification. */
export async function* streamSubject(
  context: NarrateContext,
  subject: BriefSubject,
  options: NarrativeRequestOptions & Partial<SpokenOptions>,
): AsyncGenerator<NarrateOutcome | NarrativeDelta> {
  const { db, narrator, signal } = context
  const [brief] = await writeBriefs(db, [subject], options)
  if (!brief) {
    yield noSuchItem
    return
  }
  await saveEvidence(db, [...brief.evidence, ...brief.passages])
  yield* narrator.stream(brief, {
    provider: options.provider,
    cache: options.cache,
    avoid: options.avoid,
    hurry: options.hurry,
    deadlineMs: options.deadlineMs,
    signal,
  })
}

const noSuchItem: NoSuchItem = { type: 'declined', code: 'NOT_FOUND', message: 'itemId: no track or episode has this id', missing: ['item'] }

/** Why the ranker would choose this item for this listener: the same sources, looking at one item. */
async function subjectOf(context: NarrateContext, itemId: string, listenerId: string | null): Promise<BriefSubject | null> {
  const kind = entityKind(itemId)
  if (kind !== 'track' && kind !== 'episode') return null
  if (listenerId === null) return { itemId, kind, listenerId, reasons: [] }
  const { db, now, readTaste, signal } = context
  const { suggestions } = await recommend(
    { db, model: await context.model(), now, readTaste, signal },
    { listenerId, kinds: [kind], onlyItemId: itemId, limit: 1 },
  )
  return { itemId, kind, listenerId, reasons: suggestions[0]?.because ?? [] }
}
