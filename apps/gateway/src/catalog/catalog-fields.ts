import type { ArtistCredit as Credit } from '@linernotes/catalog'
import type { GatewayContext } from '../context.js'
import { webUrl } from '../graph/scalars.js'

/** Credits with their artists. */
export async function artistCredits(credits: readonly Credit[], { loaders }: GatewayContext): Promise<object[]> {
  const artists = await Promise.all(credits.map(({ artistId }) => loaders.artists.load(artistId)))
  return credits.flatMap(({ creditedName, joinPhrase }, index) => (artists[index] ? [{ artist: artists[index], creditedName, joinPhrase }] : []))
}

/** Where what is known about an entity comes from. */
export async function sources({ sourceId }: { readonly sourceId: string }, { loaders }: GatewayContext): Promise<object[]> {
  const source = await loaders.sources.load(sourceId)
  return source === null ? [] : [{ ...source, url: webUrl(source.url), retrievedAt: source.retrievedAt === null ? null : new Date(source.retrievedAt) }]
}

export async function externalIds({ id }: { readonly id: string }, { loaders }: GatewayContext): Promise<object[]> {
  return (await loaders.externalIds.load(id)).map((external) => ({ ...external, url: webUrl(external.url) }))
}

/** A picture where there is one. */
export function images(url: string | null, alt: string): object[] {
  const safe = webUrl(url)
  return safe === null ? [] : [{ url: safe, alt, width: null, height: null }]
}

export const toTags = (tags: readonly { readonly tag: string; readonly weight: number }[]): object[] => tags.map(({ tag, weight }) => ({ name: tag, weight }))
