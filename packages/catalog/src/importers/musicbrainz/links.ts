import type { LinkDraft } from './musicbrainz-drafts.js'
import { ws2Relation } from './ws2-entities.js'

/** Where the id of a thing stands in its address elsewhere. */
const schemes: Readonly<Record<string, RegExp>> = {
  wikidata: /^https?:\/\/(?:www\.)?wikidata\.org\/wiki\/(Q\d{1,12})$/,
  discogs: /^https?:\/\/(?:www\.)?discogs\.com\/((?:artist|release|master|label)\/\d{1,12})/,
}

/** The same thing in Wikidata and Discogs. */
export function linksOf(relations: readonly unknown[]): LinkDraft[] {
  return relations.flatMap((item) => {
    const relation = ws2Relation.safeParse(item)
    if (!relation.success || relation.data.url == null || !Object.hasOwn(schemes, relation.data.type)) return []
    const { resource } = relation.data.url
    const value = schemes[relation.data.type]?.exec(resource)?.[1]
    return value === undefined ? [] : [{ scheme: relation.data.type, value, url: resource }]
  })
}
