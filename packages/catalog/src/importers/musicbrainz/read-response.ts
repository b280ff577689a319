type EntityType = 'artist' | 'release' | 'recording' | 'releaseGroup'

/** What a document is: a response with things of ours, a response about something else, or no response at all. */
export type Ws2Response =
  | { readonly kind: 'taken'; readonly entities: readonly (readonly [EntityType, unknown])[] }
  | { readonly kind: 'other'; readonly what: string }
  | { readonly kind: 'foreign' }

const lists: Readonly<Record<string, EntityType>> = { artists: 'artist', releases: 'release', recordings: 'recording', 'release-groups': 'releaseGroup' }
const otherLists = ['areas', 'labels', 'works', 'events', 'collections', 'places', 'series', 'instruments', 'urls', 'annotations', 'cdstubs', 'genres']
/** One of these is in every area, label, work, event, place, series, instrument, url and collection. */
const entityKeys = ['type-id', 'resource', 'iswcs', 'life-span', 'entity-type']

/**
 * Reads one document of the MusicBrainz web service (https://musicbrainz.org/doc/MusicBrainz_API): an entity, or a list of them from a
 * search, a browse request, a disc id or an ISRC.
 */
export function readResponse(value: unknown): Ws2Response {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'releasegroups' in value) return { kind: 'foreign' }
  const single = typeOfEntity(value)
  if (single !== null) return { kind: 'taken', entities: [[single, value]] }
  const found = Object.entries(lists).flatMap(([key, type]) => {
    const items: unknown = Reflect.get(value, key)
    return Array.isArray(items) ? [items.map((item: unknown) => [type, item] as const)] : []
  })
  if (found.length > 0) return { kind: 'taken', entities: found.flat() }
  if ('id' in value && typeof value.id === 'string' && entityKeys.some((key) => key in value)) return { kind: 'other', what: 'an entity of another kind' }
  if ('error' in value && typeof value.error === 'string') return { kind: 'other', what: `an error (${value.error.slice(0, 100)})` }
  const list = otherLists.find((key) => Array.isArray(Reflect.get(value, key)))
  return list === undefined ? { kind: 'foreign' } : { kind: 'other', what: list }
}

/** An entity on its own does not say what it is: each kind has keys that no other has. */
function typeOfEntity(value: object): EntityType | null {
  if (!('id' in value)) return null
  if ('sort-name' in value) return ['gender', 'gender-id', 'begin-area', 'begin_area', 'end-area'].some((key) => key in value) ? 'artist' : null
  if (!('title' in value) || 'recording' in value || 'iswcs' in value) return null
  if ('primary-type' in value || 'secondary-types' in value) return 'releaseGroup'
  if ('video' in value || ('length' in value && !('media' in value))) return 'recording'
  return ['media', 'status', 'packaging', 'barcode', 'text-representation', 'release-events', 'cover-art-archive'].some((key) => key in value)
    ? 'release'
    : null
}
