import { nameKey } from '../../name-key.js'
import { collaborators } from './collaborators.js'
import { literal, rows, type Count, type CountedFact } from './counted-fact.js'

interface Row {
  readonly artist_id: string
  readonly artist: string
  readonly release_id: string
  readonly title: string
  readonly year: number | null
  readonly releases: number
  readonly dated: number
  readonly first_year: number | null
  readonly in_first_year: number
  readonly in_year: number
  readonly elsewhere: number
  readonly source_id: string
}

/**
 * An only or first release of an artist, and years with several of them; always within this catalogue. Editions of one title are one
 * release. Nothing is counted of a name that two artists have, or that stands in a longer credit, too ("Ada" where there is "Ada & Ben").
 */
export const countArtistReleases: Count = async (db) => {
  const found = await rows<Row>(
    db,
    `with credits as (
       select distinct on (release_artists.artist_id, releases.title_key)
              release_artists.artist_id, artists.name as artist, releases.id as release_id, releases.title, releases.release_year as year, releases.source_id
       from release_artists join releases on releases.id = release_artists.release_id join artists on artists.id = release_artists.artist_id
       where not artists.is_special_purpose
       order by release_artists.artist_id, releases.title_key, releases.release_year nulls last, releases.id),
     counted as (
       select credits.*, count(*) over (partition by artist_id)::int as releases, count(year) over (partition by artist_id)::int as dated,
              min(year) over (partition by artist_id) as first_year, count(*) over (partition by artist_id, year)::int as in_year from credits),
     first_years as (select artist_id, count(*)::int as in_first_year from counted where year = first_year group by artist_id),
     elsewhere as (
       select track_artists.artist_id, count(distinct tracks.release_id)::int as on_releases from track_artists join tracks on tracks.id = track_artists.track_id
       where not exists (select from release_artists where release_artists.release_id = tracks.release_id and release_artists.artist_id = track_artists.artist_id) group by 1)
     select counted.*, coalesce(first_years.in_first_year, 0) as in_first_year, coalesce(elsewhere.on_releases, 0) as elsewhere
     from counted left join first_years using (artist_id) left join elsewhere using (artist_id) order by release_id, artist_id`,
  )
  const names = await rows<{ readonly name: string; readonly shared: boolean }>(
    db,
    `select name, count(*) over (partition by name_key) > 1 as shared from artists where exists (select from release_artists where artist_id = artists.id)`,
  )
  const credited = collaborators(names.map(({ name }) => name))
  const shared = new Set(names.flatMap(({ name, shared: isShared }) => (isShared ? [nameKey(name)] : [])))
  return found.filter(({ artist }) => !credited.has(nameKey(artist)) && !shared.has(nameKey(artist))).flatMap(factsOf)
}

function factsOf(row: Row): CountedFact[] {
  const { artist, title, year, source_id: sourceId } = row
  const list = `select min(releases.title) as title, min(releases.release_year) as year from releases join release_artists on release_artists.release_id = releases.id where release_artists.artist_id = ${literal(row.artist_id)} group by releases.title_key`
  const facts: CountedFact[] = []
  // Tracks on somebody else's compilation would make "the only release" a riddle.
  if (row.releases === 1 && row.elsewhere === 0) {
    facts.push({
      subjectId: row.release_id,
      property: 'only-release-by-artist',
      values: { artist, release: title },
      statement: `“${title}” is the only ${artist} release in this catalogue.`,
      query: list,
      sourceId,
    })
  }
  if (row.releases > 1 && row.dated === row.releases && year !== null && year === row.first_year && row.in_first_year === 1) {
    facts.push({
      subjectId: row.release_id,
      property: 'first-release-by-artist',
      values: { artist, release: title, year, of: row.releases },
      statement: `“${title}” (${year}) is the first of ${row.releases} ${artist} releases in this catalogue.`,
      query: `${list} order by year`,
      sourceId,
    })
  }
  if (row.in_year > 2 && year !== null) {
    facts.push({
      subjectId: row.release_id,
      property: 'releases-in-year',
      values: { artist, releases: row.in_year, year },
      statement: `${artist} put out ${row.in_year} releases of this catalogue in ${year}.`,
      query: `${list} having min(releases.release_year) = ${year}`,
      sourceId,
    })
  }
  return facts
}
