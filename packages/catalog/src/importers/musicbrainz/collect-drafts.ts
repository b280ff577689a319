import type { z } from 'zod'
import { parseIsrc } from '../../isrc.js'
import { artistFacts } from './artist-facts.js'
import { mergeArtists, mergeDrafts } from './merge-drafts.js'
import type { ArtistDraft, ArtistFactDraft, CreditDraft, MusicBrainzDrafts, ReleaseDraft, TrackDraft } from './musicbrainz-drafts.js'
import { toReleaseDraft } from './release-draft.js'
import { linksOf } from './links.js'
import { ws2Artist, ws2Credit, ws2Medium, ws2Recording, ws2Release, ws2ReleaseGroup, ws2Track, type Ws2Artist } from './ws2-entities.js'

/** Tells of an entity that cannot be taken over, or, with `isKept`, of a part of one. */
export type Complain = (field: string, message: string, isKept?: boolean) => void

/** Gathers what responses hold, each thing once; later and fuller entries complete earlier ones. */
export class DraftCollector implements MusicBrainzDrafts {
  readonly artists = new Map<string, ArtistDraft>()
  readonly releases = new Map<string, ReleaseDraft>()
  readonly tracks = new Map<string, TrackDraft>()

  get size(): number {
    return this.artists.size + this.releases.size + this.tracks.size
  }

  clear(): void {
    this.artists.clear()
    this.releases.clear()
    this.tracks.clear()
  }

  artist(value: unknown, complain: Complain): void {
    const artist = parse(ws2Artist, value, 'artist', complain)
    if (artist === null) return
    this.#keepArtist(artist, { isWhole: true, relations: [] })
    for (const relation of artist.relations) {
      const other = ws2Artist.safeParse((relation as { artist?: unknown } | null)?.artist)
      const facts = artistFacts({ ...artist, relations: [relation] }).filter((fact) => fact.property === 'artist-relation')
      if (other.success && facts.length > 0) this.#keepArtist(other.data, { isWhole: false, relations: facts })
    }
  }

  releaseGroup(value: unknown, complain: Complain): void {
    const group = parse(ws2ReleaseGroup, value, 'release-group', complain)
    if (group === null) return
    const credits = this.#credits(group['artist-credit'], complain)
    if (credits.length === 0 && group.releases.length === 0)
      complain('release-group.releases', `“${group.title}” names no release and no artist: ask for them with inc=releases+artist-credits`)
    const about = value as Record<string, unknown>
    for (const release of group.releases)
      if (isObject(release)) this.release({ 'release-group': about, 'artist-credit': group['artist-credit'], ...release }, complain)
  }

  /** Gives back the MBID of the release; null: it was refused. */
  release(value: unknown, complain: Complain): string | null {
    const release = parse(ws2Release, value, 'release', complain)
    if (release === null) return null
    const credits = this.#credits(release['artist-credit'], complain)
    const draft = toReleaseDraft(release, credits)
    const known = this.releases.get(draft.mbid)
    this.releases.set(draft.mbid, known === undefined ? draft : mergeDrafts(known, draft))
    for (const [index, item] of release.media.entries()) {
      const medium = parse(ws2Medium, item, 'medium', complain)
      if (medium === null) continue
      const tracks = medium.pregap == null ? medium.tracks : [medium.pregap, ...medium.tracks]
      for (const track of tracks) this.#track(track, draft.mbid, medium.position ?? index + 1, credits, complain)
    }
    return draft.mbid
  }

  recording(value: unknown, complain: Complain): void {
    const recording = parse(ws2Recording, value, 'recording', complain)
    if (recording === null) return
    const releases = recording.releases.flatMap((release) => this.release(release, complain) ?? [])
    const first = releases.toSorted((a, b) => this.#firstKey(a).localeCompare(this.#firstKey(b)))[0] ?? null
    this.#keepTrack({
      recordingMbid: recording.id,
      title: recording.title,
      credits: this.#credits(recording['artist-credit'], complain),
      releaseMbid: first,
      disc: null,
      number: null,
      durationMs: recording.length,
      isrcs: isrcsOf(recording.isrcs, complain),
    })
  }

  #firstKey(mbid: string): string {
    return `${this.releases.get(mbid)?.releaseDate ?? '9999'} ${mbid}`
  }

  #track(value: unknown, releaseMbid: string, disc: number, releaseCredits: readonly CreditDraft[], complain: Complain): void {
    const track = parse(ws2Track, value, 'track', complain)
    if (track === null) return
    // Lists without inc=recordings name their tracks only.
    if (!isObject(track.recording)) return
    const recording = parse(ws2Recording, track.recording, 'recording', complain)
    if (recording === null) return
    const own = this.#credits(track['artist-credit'].length > 0 ? track['artist-credit'] : recording['artist-credit'], complain)
    this.#keepTrack({
      recordingMbid: recording.id,
      title: track.title ?? recording.title,
      credits: own.length > 0 ? own : releaseCredits,
      releaseMbid,
      disc,
      number: track.position,
      durationMs: track.length ?? recording.length,
      isrcs: isrcsOf(recording.isrcs, complain),
    })
  }

  #keepTrack(track: TrackDraft): void {
    const key = [track.recordingMbid, track.releaseMbid, track.disc, track.number].join(' ')
    const known = this.tracks.get(key)
    this.tracks.set(key, known === undefined ? track : { ...mergeDrafts(known, track), isrcs: [...new Set([...known.isrcs, ...track.isrcs])] })
  }

  #keepArtist(artist: Ws2Artist, { isWhole, relations }: { readonly isWhole: boolean; readonly relations: readonly ArtistFactDraft[] }): void {
    const draft: ArtistDraft = {
      mbid: artist.id,
      name: artist.name,
      sortName: artist['sort-name'],
      disambiguation: artist.disambiguation,
      kind: artist.type,
      country: artist.country,
      beginDate: artist['life-span']?.begin ?? null,
      endDate: artist['life-span']?.end ?? null,
      isWhole,
      facts: [...artistFacts(artist), ...relations],
      links: linksOf(artist.relations),
    }
    const known = this.artists.get(draft.mbid)
    this.artists.set(draft.mbid, known === undefined ? draft : mergeArtists(known, draft))
  }

  #credits(items: readonly unknown[], complain: Complain): CreditDraft[] {
    return items.flatMap((item) => {
      const credit = parse(ws2Credit, item, 'artist-credit', complain)
      if (credit === null) return []
      this.#keepArtist(credit.artist, { isWhole: false, relations: [] })
      return { artistMbid: credit.artist.id, creditedName: credit.creditedName, joinPhrase: credit.joinPhrase }
    })
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string, complain: Complain): z.output<Schema> | null {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  complain([what, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'not valid')
  return null
}

function isrcsOf(items: readonly unknown[], complain: Complain): string[] {
  return items.flatMap((item) => {
    const text = typeof item === 'string' ? item : isObject(item) && typeof item['id'] === 'string' ? item['id'] : null
    if (text === null) return []
    const isrc = parseIsrc(text)
    if (isrc === null) complain('recording.isrcs', `not an ISRC: ${text.slice(0, 40)}`, true)
    return isrc ?? []
  })
}
