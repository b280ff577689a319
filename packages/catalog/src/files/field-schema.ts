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
  .transform(cleanText)

export const requiredText = fileText.refine((text) => text !== '', 'missing')
/** Blank is unknown. */
export const optionalText = fileText.transform((text) => (text === '' ? null : text))

/** A count that a column holds, written as digits. */
export const digits = z
  .string({ error: 'expected a whole number' })
  .regex(/^\d{1,10}$/, 'expected a whole number')
  .transform(Number)
  .refine((value) => value <= LARGEST_INTEGER, `more than ${LARGEST_INTEGER}`)

/** An http(s) URL; anything else is unknown. */
export const optionalUrl = optionalText.transform((text) => (text !== null && URL.canParse(text) && /^https?:/i.test(text) ? text : null))
