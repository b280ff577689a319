import { IndexOfStrings } from './index-of-strings.js'
import { addTriplet, compressRows, emptyTriplets, transpose, type CompressedRows } from './compressed-rows.js'
import type { Rows } from './read-rows.js'

/** Not a number of any release, label, ... */
export const NONE = -1

/**
 * The catalogue by number. Items are tracks first, then episodes. Creators are artists first, then shows: whoever a listener can be a
 * listener of, so that one audience connects music and podcasts.
 */
export interface CatalogueIndex {
  readonly items: IndexOfStrings
  readonly trackCount: number
  readonly creators: IndexOfStrings
  readonly artistCount: number
  /** "Various Artists" and the like: nobody's name, never a reason. */
  readonly isNobody: Uint8Array
  readonly itemCreators: CompressedRows
  readonly creatorItems: CompressedRows
  readonly releases: IndexOfStrings
  /** Release of each item; NONE for episodes and loose tracks. */
  readonly itemRelease: Int32Array
  readonly releaseItems: CompressedRows
  readonly releaseYear: Int16Array
  readonly releaseDates: readonly (string | null)[]
  readonly labels: IndexOfStrings
  readonly releaseLabel: Int32Array
  readonly labelReleases: CompressedRows
  readonly tags: IndexOfStrings
  readonly releaseTags: CompressedRows
  /** Inverse document frequency of each tag over releases: log(releases / releases with the tag). */
  readonly tagRarity: Float32Array
  /** 0 clean, 1 unknown, 2 explicit. */
  readonly advisory: Uint8Array
  /** Milliseconds since 1970; NaN for tracks and where unknown. */
  readonly publishedAt: Float64Array
  readonly isTrailer: Uint8Array
  /** Milliseconds; NaN for tracks and where unknown. */
  readonly episodeMs: Float64Array
  /** Primary language of each creator that is a show, such as 'en'; null for artists and where unknown. */
  readonly languages: readonly (string | null)[]
}

export const advisoryRank = { clean: 0, unknown: 1, explicit: 2 } as const

/** The first part of a BCP 47 tag: 'en' of 'en-US'. */
const primaryLanguage = (tag: string | null): string | null => tag?.split(/[-_]/, 1)[0]?.toLowerCase() || null

export function indexCatalogue(rows: Rows): CatalogueIndex {
  const items = new IndexOfStrings([...rows.tracks, ...rows.episodes].map((row) => row.id))
  const creators = new IndexOfStrings([...rows.artists, ...rows.shows].map((row) => row.id))
  const releases = new IndexOfStrings(rows.releases.map((row) => row.id))
  const labels = new IndexOfStrings(rows.releases.flatMap((row) => row.label_key ?? []))
  const tags = new IndexOfStrings(rows.releaseTags.map((row) => row.tag))

  const credits = emptyTriplets()
  const credit = (itemId: string, creatorId: string) => {
    const item = items.numberOf(itemId)
    const creator = creators.numberOf(creatorId)
    if (item !== undefined && creator !== undefined) addTriplet(credits, item, creator, 1)
  }
  for (const row of rows.trackArtists) credit(row.track_id, row.artist_id)
  for (const row of rows.episodes) credit(row.id, row.show_id)
  const itemCreators = compressRows(items.size, creators.size, credits)

  const itemRelease = new Int32Array(items.size).fill(NONE)
  const contents = emptyTriplets()
  rows.tracks.forEach((row, item) => {
    const release = row.release_id === null ? undefined : releases.numberOf(row.release_id)
    if (release === undefined) return
    itemRelease[item] = release
    addTriplet(contents, release, item, 1)
  })

  const labelled = emptyTriplets()
  rows.releases.forEach((row, release) => {
    if (row.label_key !== null) addTriplet(labelled, labels.add(row.label_key), release, 1)
  })
  const tagged = emptyTriplets()
  const documents = new Uint32Array(tags.size)
  for (const row of rows.releaseTags) {
    const release = releases.numberOf(row.release_id)
    if (release === undefined) continue
    const tag = tags.add(row.tag)
    addTriplet(tagged, release, tag, row.weight)
    documents[tag]!++
  }

  return {
    items,
    trackCount: rows.tracks.length,
    creators,
    artistCount: rows.artists.length,
    isNobody: Uint8Array.from([...rows.artists.map((row) => Number(row.is_special_purpose)), ...rows.shows.map(() => 0)]),
    itemCreators,
    creatorItems: transpose(itemCreators),
    releases,
    itemRelease,
    releaseItems: compressRows(releases.size, items.size, contents),
    releaseYear: Int16Array.from(rows.releases, (row) => row.release_year ?? 0),
    releaseDates: rows.releases.map((row) => row.release_date),
    labels,
    releaseLabel: Int32Array.from(rows.releases, (row) => (row.label_key === null ? NONE : labels.add(row.label_key))),
    labelReleases: compressRows(labels.size, releases.size, labelled),
    tags,
    releaseTags: compressRows(releases.size, tags.size, tagged),
    tagRarity: Float32Array.from(documents, (count) => Math.log(releases.size / count)),
    advisory: Uint8Array.from([...rows.tracks, ...rows.episodes], (row) => advisoryRank[row.advisory]),
    publishedAt: Float64Array.from([...rows.tracks.map(() => NaN), ...rows.episodes.map((row) => row.published_at ?? NaN)]),
    episodeMs: Float64Array.from([...rows.tracks.map(() => NaN), ...rows.episodes.map((row) => row.duration_ms ?? NaN)]),
    languages: [...rows.artists.map(() => null), ...rows.shows.map((row) => primaryLanguage(row.language))],
    isTrailer: Uint8Array.from([...rows.tracks.map(() => 0), ...rows.episodes.map((row) => Number(row.episode_type === 'trailer'))]),
  }
}
