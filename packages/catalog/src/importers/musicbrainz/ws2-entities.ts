import { z } from 'zod'
import { cleanText } from '../../clean-text.js'
import { LARGEST_INTEGER, fileText, optionalText, requiredText } from '../../files/field-schema.js'
import { parseMbid } from '../../mbid.js'

const mbid = z.string({ error: 'expected an MBID' }).transform((text, context) => {
  const id = parseMbid(text)
  if (id === null) context.addIssue({ code: 'custom', message: 'not an MBID' })
  return id ?? z.NEVER
})

/** Blank, missing and unreadable are unknown. */
const text = optionalText
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

const list = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((items) => items ?? [])

/** 1997, 1997-05 or 1997-05-12; what is no date is unknown. */
const partialDate = text.transform((value) => (value !== null && /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value) ? value : null))

/** What joins two names keeps the spaces at its ends: " feat. ". */
const joinPhrase = fileText
  .nullish()
  .catch(null)
  .transform((value) => value ?? '')

const milliseconds = z
  .number()
  .int()
  .positive()
  .max(LARGEST_INTEGER)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
const place = z
  .number()
  .int()
  .nonnegative()
  .max(LARGEST_INTEGER)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

const area = z.object({ name: text, 'iso-3166-1-codes': z.array(z.string()).nullish().catch(null) })
const lifeSpan = z.object({ begin: partialDate, end: partialDate })

/** An artist, whole or as a credit names them. Tags, ratings and annotations are CC BY-NC-SA, and are not read anywhere here. */
export const ws2Artist = z.object({
  id: mbid,
  name: requiredText,
  'sort-name': text,
  disambiguation: text,
  type: text,
  country: text,
  area: area.nullish().catch(null),
  'life-span': lifeSpan.nullish().catch(null),
  relations: list,
})
export type Ws2Artist = z.output<typeof ws2Artist>

export const ws2Credit = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && 'joinphrase' in value && typeof value.joinphrase === 'string'
      ? { ...value, before: /^\s/.test(value.joinphrase), after: /\s$/.test(value.joinphrase) }
      : value,
  z
    .object({ name: text, joinphrase: joinPhrase, before: z.boolean().default(false), after: z.boolean().default(false), artist: ws2Artist })
    .transform(({ name, joinphrase, before, after, artist }) => ({ artist, creditedName: name ?? artist.name, joinPhrase: spaced(joinphrase, before, after) })),
)

function spaced(phrase: string, before: boolean, after: boolean): string {
  if (phrase === '') return before || after ? ' ' : ''
  return `${before ? ' ' : ''}${cleanText(phrase)}${after ? ' ' : ''}`
}

export const ws2Recording = z.object({
  id: mbid,
  title: requiredText,
  length: milliseconds,
  'artist-credit': list,
  isrcs: list,
  releases: list,
})

export const ws2Track = z.object({ title: text, position: place, length: milliseconds, 'artist-credit': list, recording: z.unknown().optional() })

export const ws2Medium = z.object({ position: place, pregap: z.unknown().optional(), tracks: list })

export const ws2Release = z.object({
  id: mbid,
  title: requiredText,
  date: partialDate,
  barcode: text,
  'artist-credit': list,
  'label-info': list,
  'release-group': z.object({ 'primary-type': text, 'secondary-types': list }).nullish().catch(null),
  media: list,
  relations: list,
})
export type Ws2Release = z.output<typeof ws2Release>

export const ws2LabelInfo = z.object({ 'catalog-number': text, label: z.object({ name: text }).nullish().catch(null) })

export const ws2ReleaseGroup = z.object({ id: mbid, title: requiredText, 'artist-credit': list, releases: list })

/** A relation to an artist or to an address elsewhere; direction says which end the entity that holds it is. */
export const ws2Relation = z.object({
  type: requiredText,
  direction: z.enum(['forward', 'backward']),
  artist: ws2Artist.nullish().catch(null),
  url: z.object({ resource: requiredText }).nullish().catch(null),
})
