import { findEpisodeFacts, findTrackFacts, findTranscriptPassages, type Evidence, type PassageRequest } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Brief } from '@linernotes/narratives'
import type { Reason } from '@linernotes/recommendations'
import type { Kysely } from 'kysely'

export type NarrativeStyle = Brief['style']

/** How to narrate; what is left out takes the default of its style. */
export interface NarrateOptions {
  readonly style: NarrativeStyle
  /** BCP 47. */
  readonly language: string
  readonly maxWords: number | null
  readonly seed: number | null
  readonly spoilerFree: boolean
}

/** What a brief is about: an item for a listener, and why it was chosen. */
export interface BriefSubject {
  readonly itemId: string
  readonly kind: 'track' | 'episode'
  readonly listenerId: string | null
  readonly reasons: readonly Reason[]
  /** What the catalogue knows of the item, where it has just been read. */
  readonly facts?: readonly Evidence[] | null
}

/** A blurb beside an item, DJ talk between two songs, a pitch for an episode (product.md, "The voice"). */
const WORDS: Readonly<Record<NarrativeStyle, number>> = { blurb: 25, dj: 45, pitch: 60 }
/** More facts make prompts longer, not texts better. */
const MOST_FACTS = 14
const MOST_PASSAGES = 6

/** Writes what providers are given: why the item was chosen first, then what the catalogue knows. A constant number of statements. */
export async function writeBriefs(db: Kysely<Database>, subjects: readonly BriefSubject[], options: NarrateOptions): Promise<readonly (Brief | null)[]> {
  const idsOf = (kind: BriefSubject['kind']): string[] =>
    subjects.filter((subject) => subject.kind === kind && !subject.facts?.length).map((subject) => subject.itemId)
  const tracks = await findTrackFacts(db, idsOf('track'))
  const episodes = await findEpisodeFacts(db, idsOf('episode'))
  const knownOf = (subject: BriefSubject): readonly Evidence[] | undefined =>
    subject.facts?.length ? subject.facts : (subject.kind === 'track' ? tracks : episodes).get(subject.itemId)
  const passages = await findTranscriptPassages(
    db,
    subjects.filter((subject) => subject.kind === 'episode').map((subject) => ({ episodeId: subject.itemId, ...termsOf(subject, knownOf(subject) ?? []) })),
    { limit: MOST_PASSAGES, spoilerFree: options.spoilerFree },
  )
  return subjects.map((subject) => {
    const known = knownOf(subject)
    const item = known?.find((fact) => fact.property === 'item')
    return known === undefined || item === undefined ? null : brief(subject, item, known, passages.get(subject.itemId) ?? [], options)
  })
}

function brief(subject: BriefSubject, item: Evidence, known: readonly Evidence[], passages: readonly Evidence[], options: NarrateOptions): Brief {
  const because = subject.reasons.flatMap((reason) => reason.evidence)
  const evidence = [...new Map([item, ...because, ...known].map((fact) => [fact.id, fact])).values()].slice(0, MOST_FACTS)
  const kept = new Set(evidence.map((fact) => fact.id))
  return {
    itemId: subject.itemId,
    kind: subject.kind,
    listenerId: subject.listenerId,
    style: options.style,
    language: options.language,
    maxWords: options.maxWords ?? WORDS[options.style],
    spoilerFree: options.spoilerFree,
    seed: options.seed,
    item: { title: String(item.values['title']), by: String(item.values['artist'] ?? item.values['show'] ?? '') },
    reasons: subject.reasons.map(({ code, weight, evidence: facts }) => ({
      code,
      weight,
      evidenceIds: facts.map((fact) => fact.id).filter((id) => kept.has(id)),
    })),
    evidence,
    passages,
  }
}

/** What the listener turns to, in words that a transcript may hold, what is told of it first of all; where nothing is known, what the episode is about. */
function termsOf(subject: BriefSubject, known: readonly Evidence[]): Pick<PassageRequest, 'terms' | 'foremost'> {
  // Tags of the item that a reason shows beside what was played are not what was played.
  const personal = termsIn(
    subject.reasons.flatMap((reason) => reason.evidence),
    ['topic', 'tag'],
  )
  return { terms: personal.length > 0 ? personal : termsIn(known, ['topic', 'tag', 'tags']), foremost: personal[0] ?? null }
}

function termsIn(evidence: readonly Evidence[], keys: readonly string[]): readonly string[] {
  const terms = evidence.flatMap((fact) => keys.flatMap((key) => fact.values[key] ?? []))
  return [...new Set(terms.filter((term): term is string => typeof term === 'string'))]
}
