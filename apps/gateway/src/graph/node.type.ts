import { entityKind } from '@linernotes/catalog'
import { ID, Field, InterfaceType } from 'type-graphql'

const typeNames: Readonly<Record<string, string>> = {
  artist: 'Artist',
  release: 'Release',
  track: 'Track',
  show: 'Show',
  episode: 'Episode',
  listener: 'Listener',
  recommendation: 'Recommendation',
  narrative: 'Narrative',
  provider: 'NarrativeProvider',
  'dj-session': 'DjSession',
  'dj-segment': 'DjSegment',
}
const evidenceTypeNames: Readonly<Record<string, string>> = {
  catalog: 'CatalogFact',
  listening: 'ListeningFact',
  audience: 'AudienceFact',
  transcript: 'TranscriptExcerpt',
  mark: 'EpisodeMark',
}

/** The GraphQL type of anything with an id. */
export function typeNameOf(value: { readonly id: string; readonly kind?: string }): string | undefined {
  if (value.id.startsWith('prv_')) return 'NarrativeProvider'
  const kind = entityKind(value.id)
  if (kind === null) return undefined
  return kind === 'evidence' ? evidenceTypeNames[value.kind ?? ''] : typeNames[kind]
}

@InterfaceType('Node', { description: 'Anything that can be fetched again by its id.', resolveType: typeNameOf })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  id!: string
}
