import type { NarrativeExample, NarrativeFact } from '@linernotes/narrative-sdk'
import { z } from 'zod'

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const fact = z.strictObject({
  id: z.string().regex(/^F\d+$/u, 'expected F0, F1, ...'),
  /** Which fact it is, as `FactValues` of the SDK lists them. */
  property: z.string().min(1),
  statement: z.string().min(1),
  values: z.record(z.string(), value),
})
const sentence = z.strictObject({ text: z.string().min(1), factIds: z.array(z.string()).min(1, 'a sentence rests on at least one fact') })

/** What an editor writes: the facts of a request, as the catalogue and the ranker word them, and the text that should come of them. */
const goldenExampleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected words in lower case with dashes'),
    /** BCP 47, the primary subtag. */
    language: z.string().regex(/^[a-z]{2,3}$/u, 'expected a language such as en'),
    kind: z.enum(['track', 'episode']),
    style: z.enum(['blurb', 'dj', 'pitch']),
    /** Code of the ranker's first reason; null: there is none. */
    reason: z.string().min(1).nullable(),
    /** Tags of the release or the episode. */
    genres: z.array(z.string().min(1)),
    facts: z.array(fact).min(1),
    sentences: z.array(sentence).min(1),
  })
  .check(({ value: example, issues }) => {
    const known = new Set(example.facts.map(({ id }) => id))
    if (known.size < example.facts.length) issues.push({ code: 'custom', input: example, path: ['facts'], message: 'two facts have the same id' })
    for (const [index, { factIds }] of example.sentences.entries())
      for (const id of factIds.filter((one) => !known.has(one)))
        issues.push({ code: 'custom', input: example, path: ['sentences', index], message: `there is no fact ${id}` })
  })

export const goldenFileSchema = z.array(goldenExampleSchema)
export type GoldenExample = z.infer<typeof goldenExampleSchema>

/** As a request carries it. */
export function toNarrativeExample({ id, facts, sentences }: GoldenExample): NarrativeExample {
  return { id, facts: facts.map((one) => ({ id: one.id, statement: one.statement })), sentences }
}

const listening =
  /^(?:artist-plays|artist-first-play|artist-last-play|release-plays|label-plays|tag-plays|no-tag-plays|long-tracks-finished|show-plays|topic-plays)$/u
const kinds: Readonly<Record<string, NarrativeFact['kind']>> = {
  'shared-audience': 'audience',
  'few-listeners': 'audience',
  transcript: 'transcript',
  chapter: 'mark',
  soundbite: 'mark',
}

/** The facts of an example as grounding reads them. */
export function factsOf({ facts }: GoldenExample): readonly NarrativeFact[] {
  const { values: item = {} } = facts.find(({ property }) => property === 'item') ?? {}
  return facts.map(({ id, property, statement, values }) => {
    const kind = listening.test(property) ? 'listening' : (kinds[property] ?? 'catalog')
    const named = [values['title'], property === 'shared-audience' ? values['target'] : values['release'], item['title']].find(
      (name) => typeof name === 'string',
    )
    return { id, kind, property, statement, values, subject: kind === 'listening' ? 'you' : (named ?? '') }
  })
}
