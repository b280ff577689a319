import type { EnclosureColumn } from '@linernotes/database'
import type { RssFeed } from 'feedsmith'
import { cleanText } from '../../clean-text.js'
import { entityId } from '../../entity-id.js'
import { LARGEST_INTEGER } from '../../files/field-schema.js'
import { UNREADABLE } from '../../files/read-text.js'
import { parseDuration } from '../podcasts/parse-duration.js'
import type { EpisodeDraft, ExternalIdDraft } from '../podcasts/podcast-drafts.js'
import { elementText, isIndexable, lineText, toAdvisory, toPeople, webUrl } from './feed-fields.js'
import { decodeEntities, htmlText } from './html-text.js'
import { parseFeedDate } from './parse-feed-date.js'
import type { XmlPiece } from './split-feed.js'
import { toChapters, toSoundbites, toTags } from './to-episode-parts.js'

type Item = RssFeed.Item<string>

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

export type ItemResult = { readonly episode: EpisodeDraft; readonly notes: readonly FieldProblem[] } | FieldProblem

/** The episode that an item is, with notes about fields that are left out; or why it is none. */
export function toEpisode(item: Item, piece: XmlPiece, showId: string): ItemResult {
  const title = firstTitle(item)
  if (title === '') return { field: 'title', message: 'missing' }
  if (title.includes(UNREADABLE)) return { field: 'title', message: 'not valid text in the encoding of the feed' }
  if (title.length > 1_000 || !isIndexable(title)) return { field: 'title', message: 'too long' }
  const url = webUrl(item.link)
  const enclosures = toEnclosures(item)
  // Without a guid, the enclosure is what players go by (Apple, "Podcaster's guide to RSS", guid).
  const guid = cleanText(item.guid?.value ?? item.atom?.id ?? '') || enclosures[0]?.url || [url, title].join(' ').trim()
  if (guid.includes(UNREADABLE) || !isIndexable(guid)) return { field: 'guid', message: 'too long, or not valid text' }

  const notes: FieldProblem[] = []
  const noteUnless = <Value>(value: Value | null, field: string, text: string | number | null | undefined): Value | null => {
    if (value === null && text !== undefined && text !== null && String(text).trim() !== '')
      notes.push({ field, message: `left out, as it cannot be read: ${cleanText(String(text)).slice(0, 60)}` })
    return value
  }
  const date = item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published
  const season = item.podcast?.season?.number ?? item.itunes?.season
  const number = item.podcast?.episode?.number ?? item.itunes?.episode
  const duration = elementText(piece, 'duration')
  const episode: EpisodeDraft = {
    id: entityId('episode', showId, guid),
    showId,
    guid,
    title,
    description: [item.description, item.content?.encoded, item.itunes?.summary, item.itunes?.subtitle].map(htmlText).find((text) => text !== null) ?? null,
    publishedAt: noteUnless(date === undefined ? null : parseFeedDate(date), 'pubDate', date),
    durationMs: noteUnless(parseDuration(duration), 'itunes:duration', isZero(duration) ? null : duration),
    seasonNumber: noteUnless(inRange(season, LARGEST_INTEGER, true), 'season', season),
    episodeNumber: noteUnless(inRange(number, 1_000_000, false), 'episode', number),
    episodeType: toEpisodeType(item.itunes?.episodeType),
    advisory: toAdvisory(elementText(piece, 'explicit')),
    imageUrl: webUrl(item.itunes?.image) ?? webUrl(item.podcast?.images?.[0]?.href),
    url,
    enclosures,
    people: toPeople(item.podcast?.persons),
    tags: toTags(item),
    chapters: toChapters(item),
    soundbites: toSoundbites(item),
    externalIds: toExternalIds(item),
  }
  return { episode, notes }
}

/** RSS, Apple and Atom each have a title; the first that says something. */
function firstTitle(item: Item): string {
  const atom = item.atom?.title
  const titles = [item.title, item.itunes?.title, typeof atom === 'string' ? atom : atom?.value]
  return titles.map((text) => cleanText(decodeEntities(text ?? ''))).find((text) => text !== '') ?? ''
}

/** A length of nothing is how some write that they do not know. */
function isZero(duration: string | null): boolean {
  return duration !== null && /^[0:.\s]*$/.test(duration)
}

function inRange(value: number | undefined, most: number, isWhole: boolean): number | null {
  return value !== undefined && value >= 0 && value <= most && (!isWhole || Number.isInteger(value)) ? value : null
}

function toEpisodeType(text: string | undefined): EpisodeDraft['episodeType'] {
  const type = lineText(text)?.toLowerCase()
  return type === 'trailer' || type === 'bonus' ? type : 'full'
}

function toEnclosures(item: Item): EnclosureColumn[] {
  return (item.enclosures ?? []).slice(0, 20).flatMap((enclosure) => {
    const url = webUrl(enclosure.url)
    if (url === null) return []
    const { length } = enclosure
    return {
      url,
      mimeType: lineText(enclosure.type, 100)?.toLowerCase() ?? 'application/octet-stream',
      bytes: Number.isSafeInteger(length) && Number(length) > 0 ? Number(length) : null,
    }
  })
}

/** Transcripts and chapters stand elsewhere, and are not fetched. */
function toExternalIds(item: Item): ExternalIdDraft[] {
  const links = [
    ...(item.podcast?.transcripts ?? []).map((transcript) => ({ scheme: 'transcript', url: webUrl(transcript.url) })),
    { scheme: 'chapters', url: webUrl(item.podcast?.chapters?.url) },
  ]
  return links.slice(0, 50).flatMap(({ scheme, url }) => (url === null ? [] : { scheme, value: url, url }))
}
