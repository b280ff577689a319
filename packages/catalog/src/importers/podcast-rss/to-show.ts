import type { RssFeed } from 'feedsmith'
import { entityId } from '../../entity-id.js'
import type { ShowDraft } from '../podcasts/podcast-drafts.js'
import { isIndexable, lineText, toAdvisory, toPeople, webUrl } from './feed-fields.js'
import { decodeEntities, htmlText } from './html-text.js'

type Feed = RssFeed.Feed<string>

const MOST_CATEGORIES = 50

/** The show that a feed is of; null: it has no title. */
export function toShow(feed: Feed, explicit: string | null, feedUrl: string | null): ShowDraft | null {
  const title = lineText(decodeEntities(feed.title ?? ''), 1_000) ?? lineText(decodeEntities(feed.itunes?.title ?? ''), 1_000)
  if (title === null || !isIndexable(title)) return null
  const podcastGuid = lineText(feed.podcast?.guid)
  const selfUrl = webUrl(feed.atom?.links?.find((link) => link.rel === 'self')?.href)
  const address = feedUrl ?? selfUrl
  const siteUrl = webUrl(feed.link)
  return {
    id:
      podcastGuid !== null
        ? entityId('show', 'podcast-guid', podcastGuid.toLowerCase())
        : address !== null
          ? entityId('show', 'feed', address)
          : entityId('show', 'title', title, siteUrl ?? ''),
    podcastGuid,
    title,
    publisher: toName(feed.itunes?.author) ?? toName(feed.itunes?.owner?.name),
    feedUrl: address,
    siteUrl,
    description: htmlText(feed.description) ?? htmlText(feed.itunes?.summary),
    language: lineText(feed.language, 35),
    medium: lineText(feed.podcast?.medium, 50)?.toLowerCase() ?? 'podcast',
    categories: toCategories(feed),
    advisory: toAdvisory(explicit),
    imageUrl: webUrl(feed.itunes?.image) ?? webUrl(feed.image?.url) ?? webUrl(feed.podcast?.images?.[0]?.href),
    people: toPeople(feed.podcast?.persons),
    fundingUrl: (feed.podcast?.fundings ?? []).map((funding) => webUrl(funding.url)).find((url) => url !== null) ?? null,
  }
}

/** A name, also where RSS's "name@example.com (Name)" stands in its place; an address alone is none. */
function toName(text: string | undefined): string | null {
  const name = lineText(text)
  return name === null || !name.includes('@') ? name : lineText(/^[^\s@]+@[^\s@]+\s+\(([^()]+)\)$/.exec(name)?.[1])
}

/** Apple's categories with what is inside them, then the feed's own. */
function toCategories(feed: Feed): string[] {
  const apple = (feed.itunes?.categories ?? []).flatMap((category) => [category.text, ...(category.categories ?? []).map((inner) => inner.text)])
  const names = [...apple, ...(feed.categories ?? []).map((category) => category.name)].flatMap((name) => lineText(name, 100) ?? [])
  return [...new Set(names)].slice(0, MOST_CATEGORIES)
}
