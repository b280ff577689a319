import { literal, rows, type Count, type CountedFact } from './counted-fact.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly label_key: string
  readonly year: number | null
  readonly releases: number
  readonly dated: number
  readonly first_year: number | null
  readonly in_first_year: number
  readonly source_id: string
}

/** Where anybody uploads, a first or only release says nothing. */
const noLabel = [
  'free music archive',
  'jamendo',
  'community audio',
  'internet archive',
  'self released',
  'self release',
  'not on label',
  'no label',
  'unknown',
  'none',
  'archive org',
  'bandcamp',
  'soundcloud',
]
const FEWEST_FOR_FIRST = 4

/** An only or first release on a label; always within this catalogue. */
export const countLabelReleases: Count = async (db) => {
  const found = await rows<Row>(
    db,
    `with counted as (
       select id, title, label, label_key, release_year as year, source_id, count(*) over (partition by label_key)::int as releases,
              count(release_year) over (partition by label_key)::int as dated, min(release_year) over (partition by label_key) as first_year
       from releases where label_key is not null and label_key not in (${noLabel.map(literal).join(', ')})),
     first_years as (select label_key, count(*)::int as in_first_year from counted where year = first_year group by label_key)
     select counted.*, coalesce(first_years.in_first_year, 0) as in_first_year from counted left join first_years using (label_key)
     where releases = 1 or (releases >= ${FEWEST_FOR_FIRST} and dated = releases and year = first_year and in_first_year = 1) order by id`,
  )
  return found.map(toFact)
}

function toFact({ id, title, label, label_key: key, year, releases, source_id: sourceId }: Row): CountedFact {
  const query = `select title, release_year from releases where label_key = ${literal(key)} order by release_year`
  if (releases === 1) {
    return {
      subjectId: id,
      property: 'only-release-on-label',
      values: { label, release: title },
      statement: `“${title}” is the only release on ${label} in this catalogue.`,
      query,
      sourceId,
    }
  }
  return {
    subjectId: id,
    property: 'first-release-on-label',
    values: { label, release: title, year, of: releases },
    statement: `“${title}” (${year}) is the first of ${releases} releases on ${label} in this catalogue.`,
    query,
    sourceId,
  }
}
