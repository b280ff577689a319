import { z } from 'zod'

const phrases = z.array(z.string().trim().min(1).max(80)).default([])
const line = z.string().trim().min(1).max(240)

/**
 * What the editors ask for where a topic is touched or a market is served, and what is enforced. A guideline without `tags` and `words` holds for every
 * item, one without `markets` everywhere.
 */
export const guidelineSchema = z.strictObject({
  /** A guideline of an operator replaces the one of ours with the same id. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'expected lower-case words joined by dashes'),
  /** BCP 47: languages in lower case ('de'), regions in upper case ('DE'), or both ('de-AT'). */
  markets: z
    .array(z.string().regex(/^(?:[a-z]{2,3}|[A-Z]{2}|\d{3}|[a-z]{2,3}-[A-Z]{2})$/u, "expected a language ('de'), a region ('DE') or both ('de-AT')"))
    .default([]),
  /** Whole tags and topics: of releases, of episodes, of the listener's history. */
  tags: phrases,
  /** Words and phrases in titles, tags, chapters and descriptions of episodes. Music is named after everything: its titles do not count. */
  words: phrases,
  /** One line each, for whoever writes: a model reads them with the request. */
  lines: z.array(line).max(8).default([]),
  /** Not to be written, neither alone nor inside a quotation; names may hold them. */
  refuse: phrases,
  /** false: no opinion, every clause rests on a fact. */
  opinion: z.boolean().default(true),
  /** false: nothing is quoted from transcript or description. */
  quotations: z.boolean().default(true),
  /** false: what this listener played of the topic is never told back, neither as a topic nor beside an item about it. */
  callbacks: z.boolean().default(true),
})

export type Guideline = z.output<typeof guidelineSchema>
/** As an operator writes it: everything but the id may be left out. */
export type GuidelineInput = z.input<typeof guidelineSchema>
