import { indexAudience } from '../model/audience-index.js'
import { indexCatalogue } from '../model/catalogue-index.js'
import type { Rows } from '../model/read-rows.js'
import { indexTopics } from '../model/topic-index.js'
import { profileOfSeeds } from '../profile/profile-of-seeds.js'
import { seededChance } from '../seeded-chance.js'
import type { StageContext } from '../stage.js'
import { NOW } from './world.js'

const name = (letter: string, number: number) => letter + String(number).padStart(2, '0')

/** A context over tracks 't00', 't01', ... by artists 'a00', ... with one release each, for nobody in particular. */
export function contextOf({ tracks, tracksPerArtist }: { tracks: number; tracksPerArtist: number }): StageContext {
  const artists = Array.from({ length: Math.ceil(tracks / tracksPerArtist) }, (_, artist) => name('a', artist))
  const byArtist = (track: number) => Math.floor(track / tracksPerArtist)
  const rows: Rows = {
    artists: artists.map((id) => ({ id, is_special_purpose: false })),
    releases: artists.map((_, release) => ({ id: name('r', release), release_year: null, release_date: null, label_key: null })),
    releaseTags: [],
    tracks: Array.from({ length: tracks }, (_, track) => ({ id: name('t', track), release_id: name('r', byArtist(track)), advisory: 'unknown' as const })),
    trackArtists: Array.from({ length: tracks }, (_, track) => ({ track_id: name('t', track), artist_id: name('a', byArtist(track)) })),
    shows: [],
    episodes: [],
    episodeTags: [],
    chapters: [],
    transcripts: [],
    plays: [],
  }
  const catalogue = indexCatalogue(rows)
  const snapshot = {
    version: { catalog: 0, listening: 0, position: 0 },
    playsDigest: '',
    catalogue,
    audience: indexAudience(rows, catalogue),
    topics: indexTopics(rows, catalogue),
    trained: null,
    neighboursOf: () => [],
  }
  return {
    ...seededChance(1),
    now: () => NOW,
    signal: new AbortController().signal,
    snapshot,
    profile: profileOfSeeds(snapshot, [], [], NOW),
    eligibility: new Uint8Array(tracks).fill(1),
    kinds: ['track'],
    limit: tracks,
    adventurousness: 0.3,
  }
}
