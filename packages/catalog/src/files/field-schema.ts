import { z } from 'zod'
import { cleanText } from '../clean-text.js'
import { UNREADABLE } from './read-text.js'

/** The largest number that a column of the database holds. */
export const LARGEST_INTEGER = 2_147_483_647

/** Text of a file that may be stored; what cannot be read is refused, what cannot be seen is taken out. */
export const fileText = z
  .string({ error: 'expected text' })
  .max(100_000, 'longer than 100,000 characters')
  .refine((text) => !text.includes(UNREADABLE), 'not valid UTF-8')
  .refine((text) => text.isWellFormed(), 'half a character (a lone surrogate)')
  .transform(cleanText)

const lineText = fileText.refine((text) => text.length <= 2_000, 'longer than 2,000 characters')

export const requiredText = lineText.refine((text) => text !== '', 'missing')
/** Blank is unknown. */
export const optionalText = lineText.transform((text) => (text === '' ? null : text))
/** What tells rows apart: an index of the database holds it. */
export const identifier = requiredText.refine((text) => text.length <= 500, 'longer than 500 characters')

/** Tags one by one, without the blank ones. */
export const tagList = z
  .array(fileText.refine((tag) => tag.length <= 100, 'a tag is longer than 100 characters'))
  .transform((tags) => tags.filter((tag) => tag !== ''))

/** A count that a column holds, written as digits; blank and "?" are unknown. */
export const digits = z
  .string({ error: 'expected a whole number' })
  .regex(/^\s*(?:\d{1,10}|\??)\s*$/, 'expected a whole number')
  .transform((text) => (/\d/.test(text) ? Number(text) : null))
  .refine((value) => value === null || value <= LARGEST_INTEGER, `more than ${LARGEST_INTEGER}`)

/** An http(s) URL; anything else is unknown. */
export const optionalUrl = optionalText.transform((text) => (text !== null && URL.canParse(text) && /^https?:/i.test(text) ? text : null))
