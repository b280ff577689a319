import { Field, ID, ObjectType } from 'type-graphql'
import { ExternalId, Tag } from '../graph/source.type.js'
import { Node } from '../graph/node.type.js'
import { PartialDateScalar } from '../graph/scalars.js'

@ObjectType('Artist', { description: 'Who made the music: a person, a group, an orchestra.', implements: Node })
export class ArtistType extends Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { nullable: true, description: 'MusicBrainz artist id.' })
  mbid!: string | null
  @Field(() => String, { description: 'Name, as the artist writes it.' })
  name!: string
  @Field(() => String, { nullable: true, description: 'Name, as it is sorted.' })
  sortName!: string | null
  @Field(() => String, { nullable: true, description: 'Tells artists of one name apart.' })
  disambiguation!: string | null
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 code or name of the country.' })
  country!: string | null
  @Field(() => PartialDateScalar, { nullable: true, description: 'Birth or foundation.' })
  beginDate!: string | null
  @Field(() => PartialDateScalar, { nullable: true, description: 'Death or dissolution.' })
  endDate!: string | null
  @Field(() => [Tag], { description: 'What the artist plays, strongest first.' })
  tags!: Tag[]
  @Field(() => [ExternalId], { description: 'The artist in other systems.' })
  externalIds!: ExternalId[]
}

@ObjectType({ description: 'One artist of a credit, as named there.' })
export class ArtistCredit {
  @Field(() => ArtistType, { description: 'Who it is.' })
  artist!: ArtistType
  @Field(() => String, { description: 'The name used here.' })
  creditedName!: string
  @Field(() => String, { description: 'What joins it to the next name, e.g. " feat. ".' })
  joinPhrase!: string
}
