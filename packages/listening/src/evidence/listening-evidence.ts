import { createEvidence, type Evidence } from '@linernotes/catalog'
import type { Plays, Taste } from '../taste.js'

export interface ListeningFactDraft {
  readonly property: string
  /** What was played: an artist, a release, a show; null where it is a label, a tag or a topic. */
  readonly subjectId: string | null
  readonly statement: string
  readonly values: Evidence['values']
  /** SQL with its values in place, so that anyone with the database can run it again. */
  readonly query: string
  readonly plays: number
  /** Where the fact is about all plays of something. */
  readonly span: Plays | null
}

/** A fact about this listener's own history: theirs, so its licence is LicenseRef-private. */
export function listeningEvidence(taste: Taste, draft: ListeningFactDraft): Evidence {
  const { span, ...fact } = draft
  return createEvidence({
    ...fact,
    kind: 'listening',
    subject: 'you',
    source: privateSource(taste.listener.synthetic ? 'Synthetic listening history' : 'Your listening history'),
    firstPlayedAt: span === null ? null : new Date(span.firstPlayedAt).toISOString(),
    lastPlayedAt: span === null ? null : new Date(span.lastPlayedAt).toISOString(),
    computedAt: new Date(taste.readAt).toISOString(),
  })
}

export function privateSource(name: string): Evidence['source'] {
  return { name, url: null, licence: 'LicenseRef-private', retrievedAt: null }
}

/** A text as SQL writes it. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** How often, as it is said. */
export function times(plays: number): string {
  return plays === 1 ? 'once' : `${inFigures(plays)} times`
}

/** A count as it is read everywhere: 1,234. */
export const inFigures = (count: number): string => count.toLocaleString('en')

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `2018-03` as "March 2018". */
export function monthInWords(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}
