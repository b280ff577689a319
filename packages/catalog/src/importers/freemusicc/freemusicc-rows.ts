import { z } from 'zod'
import { digits, identifier, LARGEST_INTEGER, optionalText, optionalUrl, tagList } from '../../files/field-schema.js'
import { repairEncoding } from '../../files/repair-encoding.js'

/** A thousand names of the data were read in the wrong encoding before they came here. */
const text = z.string({ error: 'expected text' }).transform(repairEncoding).pipe(optionalText)

/** MusicBrainz's words for what has no title and for who is not known (Style / Special purpose artists). */
const title = text.transform((value) => value ?? '[untitled]')
const artist = text.transform((value) => (value === null || value === '?' ? '[unknown]' : value))
const known = text.transform((value) => (value === '?' ? null : value))
const list = text
  .transform((value) => (value ?? '').split(',').map((part) => part.trim()))
  .pipe(tagList)
  .transform((tags) => tags.filter((tag) => tag !== '?'))
/** Seconds; 0 is unknown. */
const seconds = digits
  .refine((value) => value === null || value <= LARGEST_INTEGER / 1_000, 'longer than 24 days')
  .transform((value) => (value ? value * 1_000 : null))
const place = digits.transform((value) => value || null)

/** A row of releases.csv (freemusi.cc-database, README.upstream.md). Rating and activity are one curator's opinion, and stay out. */
export const releaseRow = z.object({
  id: identifier,
  album: title,
  artist,
  catalog: known,
  genre: list,
  style: list,
  label: known,
  licenseurl: optionalUrl,
  url: optionalUrl,
  year: digits.transform((year) => (year === null || year < 1000 || year > 9999 ? null : year)),
})
export type ReleaseRow = z.output<typeof releaseRow>

/** A row of tracks.csv; `id` is the id of its release. */
export const trackRow = z.object({
  id: identifier,
  title,
  trackartist: artist,
  disc: place,
  track: place,
  duration: seconds,
  trackurl: optionalUrl,
})
export type TrackRow = z.output<typeof trackRow>
