import { entityId } from './entity-id.js'

/** Where a fact comes from, and under which licence (SPDX id) it may be shown. */
export interface Source {
  readonly name: string
  readonly url: string | null
  readonly licence: string
  /** RFC 3339; null is unknown. */
  readonly retrievedAt: string | null
}

export type EvidenceValue = string | number | boolean | null | readonly string[]

/** A fact with its values: what a narrative may state. Its id is derived from its content, so that it can never change under whoever cites it. */
export interface Evidence {
  readonly id: string
  readonly kind: 'catalog' | 'listening' | 'audience' | 'transcript' | 'mark' | 'editorial'
  /** As `FactValues` of the narrative SDK names them: track-length, label, artist-plays, ... */
  readonly property: string
  readonly subjectId: string | null
  /** Who or what it is about, as a listener knows it. */
  readonly subject: string
  /** The fact in plain English. */
  readonly statement: string
  readonly values: Readonly<Record<string, EvidenceValue>>
  readonly source: Source
  /** SQL that anyone can run again; null: it was read, not counted. */
  readonly query: string | null
  readonly computedAt: string | null
  readonly episodeId: string | null
  readonly plays: number | null
  readonly firstPlayedAt: string | null
  readonly lastPlayedAt: string | null
  /** Distinct listeners; null: not counted, or fewer than the k-anonymity floor. */
  readonly listeners: number | null
}

type Draft = Pick<Evidence, 'kind' | 'property' | 'subjectId' | 'subject' | 'statement' | 'values' | 'source'> & Partial<Omit<Evidence, 'id'>>

/** Completes a fact and derives its id. When it was computed is not part of what it says. */
export function createEvidence(draft: Draft): Evidence {
  const whole = { query: null, computedAt: null, episodeId: null, plays: null, firstPlayedAt: null, lastPlayedAt: null, listeners: null, ...draft }
  const { computedAt: _, source, ...content } = whole
  return { id: entityId('evidence', canonical({ ...content, source: { ...source, retrievedAt: null } })), ...whole }
}

/** JSON with the keys in the order of the alphabet: the same for the same content. Without a replacer, which JSON.stringify pays for dearly. */
function canonical(content: Omit<Evidence, 'id' | 'computedAt'>): string {
  return JSON.stringify(sorted({ ...content, source: sorted(content.source), values: sorted(content.values) }))
}

function sorted(value: object): object {
  const entries = value as Readonly<Record<string, unknown>>
  const inOrder: Record<string, unknown> = {}
  for (const key of Object.keys(entries).toSorted()) inOrder[key] = entries[key]
  return inOrder
}
