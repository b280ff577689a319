import { indexing, type IndexOfStrings } from './index-of-strings.js'
import { addTriplet, compressing, emptyTriplets, transposing, type CompressedRows } from './compressed-rows.js'
import { finish, isStride, type Work } from './in-turns.js'
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

export const indexCatalogue = (rows: Rows): CatalogueIndex => finish(indexingCatalogue(rows))

/** `indexCatalogue` that can be left off and gone on with. */
export function* indexingCatalogue(rows: Rows): Work<CatalogueIndex> {
  const itemRows = [...rows.tracks, ...rows.episodes]
  const items = yield* indexing<{ readonly id: string }>(itemRows, (row) => row.id)
  const creators = yield* indexing<{ readonly id: string }>([...rows.artists, ...rows.shows], (row) => row.id)
  const releases = yield* indexing(rows.releases, (row) => row.id)
  const labels = yield* indexing(rows.releases, (row) => row.label_key)
  const tags = yield* indexing(rows.releaseTags, (row) => row.tag)

  const credits = emptyTriplets()
  const credit = (itemId: string, creatorId: string) => {
    const item = items.numberOf(itemId)
    const creator = creators.numberOf(creatorId)
    if (item !== undefined && creator !== undefined) addTriplet(credits, item, creator, 1)
  }
  for (const [index, row] of rows.trackArtists.entries()) {
    credit(row.track_id, row.artist_id)
    if (isStride(index)) yield
  }
  for (const row of rows.episodes) credit(row.id, row.show_id)
  const itemCreators = yield* compressing(items.size, creators.size, credits)

  const itemRelease = new Int32Array(items.size).fill(NONE)
  const contents = emptyTriplets()
  for (const [item, row] of rows.tracks.entries()) {
    if (isStride(item)) yield
    const release = row.release_id === null ? undefined : releases.numberOf(row.release_id)
    if (release === undefined) continue
    itemRelease[item] = release
    addTriplet(contents, release, item, 1)
  }

  const labelled = emptyTriplets()
  for (const [release, row] of rows.releases.entries()) {
    if (row.label_key !== null) addTriplet(labelled, labels.add(row.label_key), release, 1)
    if (isStride(release)) yield
  }
  const tagged = emptyTriplets()
  const documents = new Uint32Array(tags.size)
  for (const [index, row] of rows.releaseTags.entries()) {
    if (isStride(index)) yield
    const release = releases.numberOf(row.release_id)
    if (release === undefined) continue
    const tag = tags.add(row.tag)
    addTriplet(tagged, release, tag, row.weight)
    documents[tag]!++
  }

  const creatorItems = yield* transposing(itemCreators)
  const releaseItems = yield* compressing(releases.size, items.size, contents)
  const labelReleases = yield* compressing(labels.size, releases.size, labelled)
  const releaseTags = yield* compressing(releases.size, tags.size, tagged)
  yield
  return {
    items,
    trackCount: rows.tracks.length,
    creators,
    artistCount: rows.artists.length,
    isNobody: Uint8Array.from([...rows.artists.map((row) => Number(row.is_special_purpose)), ...rows.shows.map(() => 0)]),
    itemCreators,
    creatorItems,
    releases,
    itemRelease,
    releaseItems,
    releaseYear: Int16Array.from(rows.releases, (row) => row.release_year ?? 0),
    releaseDates: rows.releases.map((row) => row.release_date),
    labels,
    releaseLabel: Int32Array.from(rows.releases, (row) => (row.label_key === null ? NONE : labels.add(row.label_key))),
    labelReleases,
    tags,
    releaseTags,
    tagRarity: Float32Array.from(documents, (count) => Math.log(releases.size / count)),
    advisory: Uint8Array.from(itemRows, (row) => advisoryRank[row.advisory]),
    publishedAt: Float64Array.from([...rows.tracks.map(() => NaN), ...rows.episodes.map((row) => row.published_at ?? NaN)]),
    episodeMs: Float64Array.from([...rows.tracks.map(() => NaN), ...rows.episodes.map((row) => row.duration_ms ?? NaN)]),
    languages: [...rows.artists.map(() => null), ...rows.shows.map((row) => primaryLanguage(row.language))],
    isTrailer: Uint8Array.from([...rows.tracks.map(() => 0), ...rows.episodes.map((row) => Number(row.episode_type === 'trailer'))]),
  }
}
