import type { RssFeed } from 'feedsmith'
import { LARGEST_INTEGER } from '../../files/field-schema.js'
import { parseDuration } from '../podcasts/parse-duration.js'
import type { ChapterDraft, SoundbiteDraft } from '../podcasts/podcast-drafts.js'
import { lineText, webUrl } from './feed-fields.js'

type Item = RssFeed.Item<string>

const MOST_TAGS = 50
const MOST_PARTS = 1_000

/** What an episode says it is about: its categories and Apple's keywords, each once. */
export function toTags(item: Item): string[] {
  const names = [...(item.categories ?? []).map((category) => category.name), ...(item.itunes?.keywords ?? [])].flatMap((name) => lineText(name, 100) ?? [])
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, MOST_TAGS)
}

/** Podlove simple chapters (podlove.org/simple-chapters), which stand in the feed itself. */
export function toChapters(item: Item): ChapterDraft[] {
  return (item.psc?.chapters ?? [])
    .slice(0, MOST_PARTS)
    .flatMap((chapter) => {
      const start = lineText(chapter.start, 30) ?? ''
      const startMs = /^[0:.]+$/.test(start) ? 0 : parseDuration(start)
      return startMs === null ? [] : { startMs, endMs: null, title: lineText(chapter.title), url: webUrl(chapter.href), imageUrl: webUrl(chapter.image) }
    })
    .toSorted((a, b) => a.startMs - b.startMs)
}

export function toSoundbites(item: Item): SoundbiteDraft[] {
  return (item.podcast?.soundbites ?? []).slice(0, MOST_PARTS).flatMap((soundbite) => {
    const startMs = Math.round((soundbite.startTime ?? Number.NaN) * 1_000)
    const durationMs = Math.round((soundbite.duration ?? Number.NaN) * 1_000)
    const isReal = startMs >= 0 && durationMs > 0 && startMs + durationMs <= LARGEST_INTEGER
    return isReal ? { startMs, durationMs, title: lineText(soundbite.display) } : []
  })
}
