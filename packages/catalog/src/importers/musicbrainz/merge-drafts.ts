import type { ArtistDraft } from './musicbrainz-drafts.js'

/** Of these an artist has one. */
export const singularProperties: readonly string[] = ['artist-country', 'artist-begin']

/** What is known of both, the later one first. */
export function mergeDrafts<Draft extends object>(known: Draft, later: Draft): Draft {
  const filled = Object.entries(later).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
  return { ...known, ...Object.fromEntries(filled) }
}

/** What is known of both; an artist's own entry knows better than a mention, else the later one does. */
export function mergeArtists(known: ArtistDraft, later: ArtistDraft): ArtistDraft {
  const [weaker, stronger] = known.isWhole && !later.isWhole ? [later, known] : [known, later]
  const said = new Set(stronger.facts.map((fact) => fact.property).filter((property) => singularProperties.includes(property)))
  return {
    ...mergeDrafts(weaker, stronger),
    isWhole: stronger.isWhole,
    facts: [...weaker.facts.filter((fact) => !said.has(fact.property)), ...stronger.facts],
    links: [...weaker.links, ...stronger.links],
  }
}
