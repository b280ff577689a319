import type { ArtistFactDraft } from './musicbrainz-drafts.js'
import { ws2Relation, type Ws2Artist } from './ws2-entities.js'

interface RelationWords {
  /** Reads as "artist: relation target". */
  readonly relation: string
  readonly say: (artist: string, target: string) => string
}

/**
 * Relations that are about music; family and marriage are nobody's business here. Each is said from the end that MusicBrainz calls
 * entity0, which is who holds a forward relation (https://musicbrainz.org/relationships/artist-artist).
 */
const musicRelations: Readonly<Record<string, RelationWords>> = {
  'member of band': { relation: 'member of band', say: (artist, target) => `${artist} is or was a member of ${target}.` },
  founder: { relation: 'founder of', say: (artist, target) => `${artist} is a founder of ${target}.` },
  subgroup: { relation: 'subgroup of', say: (artist, target) => `${artist} is a subgroup of ${target}.` },
  collaboration: { relation: 'collaborator in', say: (artist, target) => `${artist} took part in the collaboration ${target}.` },
  tribute: { relation: 'tribute to', say: (artist, target) => `${artist} is a tribute to ${target}.` },
  teacher: { relation: 'teacher of', say: (artist, target) => `${artist} taught ${target}.` },
  'is person': { relation: 'performs as', say: (artist, target) => `${artist} performs as ${target}.` },
  'artist rename': { relation: 'renamed to', say: (artist, target) => `${artist} was renamed to ${target}.` },
  'supporting musician': { relation: 'supporting musician for', say: (artist, target) => `${artist} is or was a supporting musician for ${target}.` },
  'instrumental supporting musician': {
    relation: 'supporting musician for',
    say: (artist, target) => `${artist} is or was a supporting musician for ${target}.`,
  },
  'vocal supporting musician': { relation: 'supporting vocalist for', say: (artist, target) => `${artist} is or was a supporting vocalist for ${target}.` },
}

const beginnings: Readonly<Record<string, string>> = { Person: 'was born', Group: 'was formed', Orchestra: 'was founded', Choir: 'was founded' }

/** What MusicBrainz says of an artist that may be told: relations to others, where from, since when. */
export function artistFacts(artist: Ws2Artist): ArtistFactDraft[] {
  const { name } = artist
  const facts: ArtistFactDraft[] = []
  for (const item of artist.relations) {
    const parsed = ws2Relation.safeParse(item)
    const other = parsed.data?.artist?.name
    const words = parsed.success && Object.hasOwn(musicRelations, parsed.data.type) ? musicRelations[parsed.data.type] : undefined
    if (!parsed.success || words === undefined || other === undefined) continue
    const [from, to] = parsed.data.direction === 'forward' ? [name, other] : [other, name]
    facts.push({ property: 'artist-relation', values: { artist: from, relation: words.relation, target: to }, statement: words.say(from, to) })
  }
  const country = countryOf(artist)
  if (country !== null)
    facts.push({ property: 'artist-country', values: { artist: name, country }, statement: `MusicBrainz names ${country} as the country of ${name}.` })
  const begin = artist['life-span']?.begin ?? null
  const began = beginnings[artist.type ?? '']
  if (begin !== null && began !== undefined) {
    facts.push({
      property: 'artist-begin',
      values: { artist: name, date: begin },
      statement: `${name} ${began} ${begin.length === 10 ? 'on' : 'in'} ${begin}.`,
    })
  }
  return facts
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** The name of the country as MusicBrainz spells it where the area of the artist is one, else the common English name of its code. */
function countryOf(artist: Ws2Artist): string | null {
  const code = artist.country
  if (code === null || !/^[A-Z]{2}$/.test(code) || /^X[A-Z]$/.test(code)) return null
  if (artist.area?.['iso-3166-1-codes']?.includes(code) === true && artist.area.name !== null) return artist.area.name
  return regionNames.of(code) ?? null
}
