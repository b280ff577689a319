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
    artistPlays: (artistId) => artistPlays(taste, artistId, tellingYear(taste, artistId)),
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

/** From so many plays on a year tells a story. */
const TELLING_PLAYS = 5

/** The year with most plays, the later of equals. null: there were so few that all plays together say more. */
function tellingYear(taste: Taste, artistId: string): number | null {
  const [best] = [...(taste.artists.get(artistId)?.years ?? [])].toSorted(([year, plays], [otherYear, otherPlays]) => otherPlays - plays || otherYear - year)
  return best !== undefined && best[1] >= TELLING_PLAYS ? best[0] : null
}
