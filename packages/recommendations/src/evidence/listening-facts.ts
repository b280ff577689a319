import {
  artistFirstPlay,
  artistLastPlay,
  artistPlays,
  labelPlays,
  noTagPlays,
  releasePlays,
  showPlays,
  tagPlays,
  topicPlays,
  type Taste,
} from '@linernotes/listening'
import type { ListeningFacts } from './evidence-material.js'

/** What one listener's history proves, through the evidence builders of `listening`. */
export function listeningFacts(taste: Taste): ListeningFacts {
  return {
    artistPlays: (artistId) => artistPlays(taste, artistId, mostPlayedYear(taste, artistId)),
    artistFirstPlay: (artistId) => artistFirstPlay(taste, artistId),
    artistLastPlay: (artistId) => artistLastPlay(taste, artistId),
    releasePlays: (releaseId) => releasePlays(taste, releaseId),
    labelPlays: (labelKey) => labelPlays(taste, labelKey),
    tagPlays: (tag) => tagPlays(taste, tag),
    noTagPlays: (tag) => noTagPlays(taste, tag),
    showPlays: (showId) => showPlays(taste, showId),
    topicPlays: (topic) => topicPlays(taste, topic),
  }
}

/** The year that had most plays of an artist, the later of equals; null where the artist was not played. */
function mostPlayedYear(taste: Taste, artistId: string): number | null {
  let most: readonly [year: number, plays: number] | null = null
  for (const [year, plays] of taste.artists.get(artistId)?.years ?? []) {
    if (most === null || plays > most[1] || (plays === most[1] && year > most[0])) most = [year, plays]
  }
  return most?.[0] ?? null
}
