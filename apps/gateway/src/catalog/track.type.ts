import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graph/connection.js'
import { Node } from '../graph/node.type.js'
import { ContentAdvisory, Image, Playable } from '../graph/playable.type.js'
import { ExternalId, Source, Tag } from '../graph/source.type.js'
import { UrlScalar } from '../graph/scalars.js'
import { ArtistCredit } from './artist.type.js'
import { ReleaseType } from './release.type.js'

@ObjectType('Track', { description: 'A track of music: a recording on its release.', implements: [Node, Playable] })
export class TrackType extends Playable {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'MusicBrainz recording id.' })
  mbid!: string | null
  @Field(() => [String], { description: 'ISRCs, normalised.' })
  isrcs!: string[]
  @Field(() => String, { description: 'Title, as its publisher wrote it.' })
  declare title: string
  @Field(() => [ArtistCredit], { description: 'Who made it.' })
  artistCredits!: ArtistCredit[]
  @Field(() => ReleaseType, { nullable: true, description: 'The release that it is on.' })
  release!: ReleaseType | null
  @Field(() => Int, { nullable: true, description: 'Position on its disc.' })
  trackNumber!: number | null
  @Field(() => Int, { nullable: true, description: 'Length in milliseconds; null: not known.' })
  declare durationMs: number | null
  @Field(() => ContentAdvisory, { description: 'Whether it is marked explicit.' })
  declare advisory: ContentAdvisory
  @Field(() => [Image], { description: 'Pictures; empty where there is none.' })
  declare images: Image[]
  @Field(() => UrlScalar, { nullable: true, description: 'Where it can be played.' })
  declare url: string | null
  @Field(() => [Tag], { description: 'Tags of the track itself; those of its release describe the release only.' })
  tags!: Tag[]
  @Field(() => [ExternalId], { description: 'The track in other systems.' })
  externalIds!: ExternalId[]
  @Field(() => [Source], { description: 'Where what we know about it comes from.' })
  sources!: Source[]
}

export const TrackConnection = connectionOf('Track', () => TrackType)
