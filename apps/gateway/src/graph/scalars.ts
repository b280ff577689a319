import { GraphQLScalarType, Kind } from 'graphql'
import { GraphQLDateTimeISO, GraphQLLocale } from 'graphql-scalars'

const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

function parsePartialDate(value: unknown): string {
  if (typeof value === 'string' && partialDate.test(value)) return value
  throw new TypeError(`Expected a date such as 1997, 1997-05 or 1997-05-12, got ${JSON.stringify(value)}`)
}

export const PartialDateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A date that may be partial, as MusicBrainz writes it: 1997, 1997-05 or 1997-05-12.',
  serialize: parsePartialDate,
  parseValue: parsePartialDate,
  parseLiteral: (node) => parsePartialDate(node.kind === Kind.STRING ? node.value : null),
})

/** What an index entry of the database holds, and every server takes. */
const LONGEST_URL = 2_000

function writeUrl(value: unknown): string {
  if (typeof value !== 'string' || webUrl(value) === null) throw new TypeError('Expected an http or https URL')
  return value
}

function readUrl(value: unknown): string {
  const url = writeUrl(value)
  if (url.length > LONGEST_URL) throw new TypeError(`Expected a URL of at most ${LONGEST_URL} characters`)
  return url
}

/** Catalogue text is untrusted: what is not an http(s) URL never leaves as one (see `webUrl`). */
export const UrlScalar = new GraphQLScalarType({
  name: 'URL',
  description: 'An absolute http or https URL.',
  serialize: writeUrl,
  parseValue: readUrl,
  parseLiteral: (node) => readUrl(node.kind === Kind.STRING ? node.value : null),
})

export const DateTimeScalar = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime', description: 'A moment, RFC 3339, in UTC.' })
export const LocaleScalar = new GraphQLScalarType({ ...GraphQLLocale.toConfig(), description: 'A language tag, BCP 47: en, en-GB, pt-BR.' })

/** The text if it is an http(s) URL, else null. */
export function webUrl(text: string | null): string | null {
  return text !== null && URL.canParse(text) && /^https?:/i.test(text) ? text : null
}
