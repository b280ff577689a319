import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf, PageInfo } from '../graph/connection.js'
import { Node } from '../graph/node.type.js'
import { ContentAdvisory, Image, Playable } from '../graph/playable.type.js'
import { Source } from '../graph/source.type.js'
import { DateTimeScalar, UrlScalar } from '../graph/scalars.js'
import { Person } from './show.type.js'

export enum EpisodeType {
  FULL = 'full',
  TRAILER = 'trailer',
  BONUS = 'bonus',
}
registerEnumType(EpisodeType, {
  name: 'EpisodeType',
  description: 'itunes:episodeType.',
  valuesConfig: { FULL: { description: 'A whole episode.' }, TRAILER: { description: 'A preview.' }, BONUS: { description: 'Extra material.' } },
})

@ObjectType({ description: 'A media file of an episode.' })
export class Enclosure {
  @Field(() => UrlScalar, { description: 'Where it is.' })
  url!: string
  @Field(() => String, { description: 'Media type, e.g. audio/mpeg.' })
  mimeType!: string
  @Field(() => Float, { nullable: true, description: 'Size in bytes; null: not known.' })
  bytes!: number | null
}

@ObjectType({ description: 'A chapter (Podcasting 2.0).' })
export class Chapter {
  @Field(() => Int, { description: 'Where it starts, in milliseconds.' })
  startMs!: number
  @Field(() => Int, { nullable: true, description: 'Where it ends; null: not stated.' })
  endMs!: number | null
  @Field(() => String, { nullable: true, description: 'Title.' })
  title!: string | null
  @Field(() => UrlScalar, { nullable: true, description: 'Page that goes with it.' })
  url!: string | null
  @Field(() => UrlScalar, { nullable: true, description: 'Picture that goes with it.' })
  image!: string | null
}

@ObjectType({ description: 'A passage that the publisher picked (podcast:soundbite).' })
export class Soundbite {
  @Field(() => Int, { description: 'Where it starts, in milliseconds.' })
  startMs!: number
  @Field(() => Int, { description: 'How long it is, in milliseconds.' })
  durationMs!: number
  @Field(() => String, { nullable: true, description: 'Title.' })
  title!: string | null
}

@ObjectType({ description: 'A cue or a turn of a transcript. Times are null where the transcript has none.' })
export class TranscriptSegment {
  @Field(() => ID, { description: 'Opaque, stable over re-imports.' })
  id!: string
  @Field(() => Int, { nullable: true, description: 'Where it starts, in milliseconds.' })
  startMs!: number | null
  @Field(() => Int, { nullable: true, description: 'Where it ends, in milliseconds.' })
  endMs!: number | null
  @Field(() => String, { description: 'What is said.' })
  text!: string
  @Field(() => String, { nullable: true, description: 'Who says it; null: not marked.' })
  speaker!: string | null
}

@ObjectType({ description: 'A page of a transcript.' })
export class TranscriptConnection {
  @Field(() => [TranscriptSegment], { description: 'Segments in order.' })
  nodes!: TranscriptSegment[]
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo
}

@ObjectType('Episode', { description: 'An episode of a podcast.', implements: [Node, Playable] })
export class EpisodeObject extends Playable {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { description: 'guid of the feed.' })
  guid!: string
  @Field(() => String, { description: 'Title, as its publisher wrote it.' })
  declare title: string
  @Field(() => String, { nullable: true, description: 'Show notes, plain text.' })
  description!: string | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null: not known.' })
  publishedAt!: Date | null
  @Field(() => Int, { nullable: true, description: 'Length in milliseconds; null: not known.' })
  declare durationMs: number | null
  @Field(() => Int, { nullable: true, description: 'Season.' })
  seasonNumber!: number | null
  @Field(() => Float, { nullable: true, description: 'Number within its season or show.' })
  episodeNumber!: number | null
  @Field(() => EpisodeType, { description: 'Whole, preview or extra.' })
  episodeType!: EpisodeType
  @Field(() => ContentAdvisory, { description: 'Whether it is marked explicit.' })
  declare advisory: ContentAdvisory
  @Field(() => [Image], { description: 'Pictures; empty where there is none.' })
  declare images: Image[]
  @Field(() => UrlScalar, { nullable: true, description: 'Its page.' })
  declare url: string | null
  @Field(() => [Enclosure], { description: 'Its media files.' })
  enclosures!: Enclosure[]
  @Field(() => [Person], { description: 'Who takes part.' })
  people!: Person[]
  @Field(() => [Chapter], { description: 'Chapters in order; empty where there are none.' })
  chapters!: Chapter[]
  @Field(() => [Soundbite], { description: 'Passages that the publisher picked.' })
  soundbites!: Soundbite[]
  @Field(() => [Source], { description: 'Where what we know about it comes from.' })
  sources!: Source[]
}

export const EpisodeConnection = connectionOf('Episode', () => EpisodeObject)
