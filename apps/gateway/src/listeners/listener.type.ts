import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf, PageInfo } from '../graph/connection.js'
import { Node } from '../graph/node.type.js'
import { Playable } from '../graph/playable.type.js'
import { DateTimeScalar, LocaleScalar } from '../graph/scalars.js'
import { Tag } from '../graph/source.type.js'
import { ArtistType } from '../catalog/artist.type.js'
import { ShowType } from '../podcasts/show.type.js'

@ObjectType({ description: 'What a listener turns to, read from the history.' })
export class TasteProfile {
  @Field(() => [Tag], { description: 'Tags of the releases that the listener plays, strongest first.' })
  tags!: Tag[]
  @Field(() => [ArtistType], { description: 'Most played artists.' })
  artists!: ArtistType[]
  @Field(() => [ShowType], { description: 'Shows that the listener follows.' })
  shows!: ShowType[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last play was; null: no history.' })
  updatedAt!: Date | null
  @Field(() => String, { description: 'In plain words, for the listener.' })
  summary!: string
}

@ObjectType('Listener', { description: 'Somebody who listens.', implements: Node })
export class ListenerType extends Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { description: "The id that the client's own system knows this listener by." })
  externalId!: string
  @Field(() => String, { nullable: true, description: 'Name to show.' })
  displayName!: string | null
  @Field(() => LocaleScalar, { description: 'Language of the listener.' })
  locale!: string
  @Field(() => String, { description: 'IANA name; dates in words are said in it. UTC where unknown.' })
  timeZone!: string
  @Field(() => Boolean, { description: 'Made up for demonstration.' })
  synthetic!: boolean
}

@ObjectType({ description: 'One play of the history.' })
export class Play {
  @Field(() => Playable, { description: 'What was played.' })
  item!: Playable
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  playedAt!: Date
  @Field(() => Int, { nullable: true, description: 'How long it played, in milliseconds; null: not known.' })
  playedMs!: number | null
}

@ObjectType({ description: 'A page of plays, latest first. Plays of what is not in the catalogue are left out.' })
export class PlayConnection {
  @Field(() => [Play], { description: 'Plays, latest first.' })
  nodes!: Play[]
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo
  @Field(() => Int, { nullable: true, description: 'Plays in all.' })
  totalCount!: number | null
}

export const ListenerConnection = connectionOf('Listener', () => ListenerType)
