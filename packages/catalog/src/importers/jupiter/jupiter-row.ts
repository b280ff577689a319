import { z } from 'zod'
import { LARGEST_INTEGER, fileText, identifier, optionalText, optionalUrl, requiredText, tagList } from '../../files/field-schema.js'

const chapter = z.object({
  startTime: z
    .number()
    .nonnegative()
    .max(LARGEST_INTEGER / 1_000),
  endTime: z
    .number()
    .nonnegative()
    .max(LARGEST_INTEGER / 1_000)
    .nullish(),
  title: optionalText.nullish(),
  url: optionalUrl.nullish().catch(null),
  img: optionalUrl.nullish().catch(null),
  toc: z.boolean().nullish(),
})

/** One episode of jupiterbroadcasting.com, as one JSON object a line. */
export const jupiterRow = z.object({
  type: z.literal('episode', { error: 'expected "episode"' }),
  draft: z.boolean().nullish(),
  show_slug: identifier,
  show_name: requiredText,
  episode: z.union([z.number(), z.string()]).nullish(),
  episode_guid: identifier,
  title: requiredText,
  description: fileText.nullish(),
  date: z.iso.datetime({ offset: true, error: 'expected a date such as 2019-08-08T09:00:00-07:00' }),
  tags: tagList.nullish().transform((tags) => tags ?? []),
  podcast_duration: z.string().nullish(),
  podcast_file: optionalUrl.nullish(),
  podcast_bytes: z.number().nonnegative().nullish().catch(null),
  podcast_chapters: z.object({ chapters: z.array(chapter).nullish() }).nullish(),
  fireside_url: z.string().nullish(),
})
export type JupiterRow = z.output<typeof jupiterRow>
