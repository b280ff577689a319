import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Release, Track } from '../entities.js'
import { createEvidence, type Evidence, type EvidenceValue, type Source } from '../evidence.js'
import { findArtists } from '../queries/find-artists.js'
import { findReleases } from '../queries/find-releases.js'
import { findReleaseTags } from '../queries/find-tags.js'
import { findTracks } from '../queries/find-tracks.js'
import { findSources } from '../sources.queries.js'
import { clock } from './say-duration.js'
import { findStoredFacts, storedFact } from './stored-facts.js'

/** What may be said about tracks, each fact with its source; F0, the item itself, first. The number of statements does not depend on how many tracks. */
export async function findTrackFacts(db: Kysely<Database>, trackIds: readonly string[]): Promise<Map<string, Evidence[]>> {
  const tracks = await findTracks(db, trackIds)
  if (tracks.size === 0) return new Map()
  const releaseIds = [...tracks.values()].flatMap((track) => track.releaseId ?? [])
  const artistIds = [...tracks.values()].flatMap((track) => track.artistCredits.map((credit) => credit.artistId))
  const releases = await findReleases(db, releaseIds)
  const artists = await findArtists(db, artistIds)
  const tags = await findReleaseTags(db, releaseIds)
  const stored = await findStoredFacts(db, [...tracks.keys(), ...releaseIds, ...artistIds])
  const sources = await findSources(db, [
    ...[...tracks.values(), ...releases.values()].map((entity) => entity.sourceId),
    ...[...stored.values()].flat().map((row) => row.source_id),
  ])
  const sourceOf = (id: string): Source => sources.get(id) ?? { name: 'unknown', url: null, licence: 'NOASSERTION', retrievedAt: null }

  return new Map(
    [...tracks.values()].map((track) => {
      const release = track.releaseId === null ? undefined : releases.get(track.releaseId)
      const named = track.artistCredits.some((credit) => artists.get(credit.artistId)?.isSpecialPurpose === false)
      const facts = [itemFact(track, named, sourceOf(track.sourceId))]
      if (release !== undefined) facts.push(...releaseFacts(track, release, tags.get(release.id) ?? [], sourceOf(release.sourceId)))
      if (track.durationMs !== null) facts.push(lengthFact(track, track.durationMs, sourceOf(track.sourceId)))
      for (const row of stored.get(track.id) ?? []) facts.push(storedFact(row, track.title, sourceOf(row.source_id)))
      for (const row of (release && stored.get(release.id)) ?? []) facts.push(storedFact(row, release?.title ?? '', sourceOf(row.source_id)))
      for (const { artistId, creditedName } of track.artistCredits)
        for (const row of stored.get(artistId) ?? []) facts.push(storedFact(row, artists.get(artistId)?.name ?? creditedName, sourceOf(row.source_id)))
      return [track.id, facts]
    }),
  )
}

function fact(property: string, subjectId: string, subject: string, statement: string, values: Record<string, EvidenceValue>, source: Source): Evidence {
  return createEvidence({ kind: 'catalog', property, subjectId, subject, statement, values, source })
}

function itemFact(track: Track, named: boolean, source: Source): Evidence {
  const artist = named ? track.creditedAs : null
  const statement = artist === null ? `The track is called “${track.title}”.` : `“${track.title}” is by ${artist}.`
  return fact('item', track.id, track.title, statement, { title: track.title, artist, show: null }, source)
}

function lengthFact(track: Track, durationMs: number, source: Source): Evidence {
  return fact('track-length', track.id, track.title, `“${track.title}” is ${clock(durationMs)} long.`, { title: track.title, durationMs }, source)
}

function releaseFacts(track: Track, release: Release, tags: readonly string[], source: Source): Evidence[] {
  const year = release.releaseYear
  const facts = [
    fact(
      'release',
      track.id,
      track.title,
      `“${track.title}” is from the release “${release.title}”${year === null ? '' : `, ${year}`}.`,
      { title: track.title, release: release.title, year },
      source,
    ),
  ]
  if (release.label !== null) {
    facts.push(
      fact(
        'label',
        release.id,
        release.title,
        `The release “${release.title}” came out on the label ${release.label}.`,
        { release: release.title, label: release.label },
        source,
      ),
    )
  }
  if (tags.length > 0) {
    facts.push(
      fact('release-tags', release.id, release.title, `The release “${release.title}” is tagged ${tags.join(', ')}.`, { release: release.title, tags }, source),
    )
  }
  return facts
}
