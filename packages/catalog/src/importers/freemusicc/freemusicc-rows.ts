import { z } from 'zod'
import { digits, LARGEST_INTEGER, optionalText, optionalUrl, requiredText } from '../../files/field-schema.js'
import { repairEncoding } from '../../files/repair-encoding.js'

/** A thousand names of the data were read in the wrong encoding before they came here. */
const text = z.string({ error: 'expected text' }).transform(repairEncoding).pipe(optionalText)

/** MusicBrainz's words for what has no title and for who is not known (Style / Special purpose artists). */
const title = text.transform((value) => value ?? '[untitled]')
const artist = text.transform((value) => value ?? '[unknown]')
const known = text.transform((value) => (value === '?' ? null : value))
const list = text.transform((value) =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '?'),
)
/** Seconds; 0 is unknown. */
const seconds = digits.refine((value) => value <= LARGEST_INTEGER / 1_000, 'longer than 24 days').transform((value) => (value === 0 ? null : value * 1_000))
const place = digits.transform((value) => (value === 0 ? null : value))

/** A row of releases.csv (freemusi.cc-database, README.upstream.md). Rating and activity are one curator's opinion, and stay out. */
export const releaseRow = z.object({
  id: requiredText,
  album: title,
  artist,
  catalog: known,
  genre: list,
  style: list,
  label: known,
  licenseurl: optionalUrl,
  url: optionalUrl,
  year: digits.transform((year) => (year < 1000 || year > 9999 ? null : year)),
})
export type ReleaseRow = z.output<typeof releaseRow>

/** A row of tracks.csv; `id` is the id of its release. */
export const trackRow = z.object({
  id: requiredText,
  title,
  trackartist: artist,
  disc: place,
  track: place,
  duration: seconds,
  trackurl: optionalUrl,
})
export type TrackRow = z.output<typeof trackRow>
