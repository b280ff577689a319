import { Field, ID, ObjectType } from 'type-graphql'
import { Node } from '../graph/node.type.js'
import { ContentAdvisory, Image } from '../graph/playable.type.js'
import { Source } from '../graph/source.type.js'
import { LocaleScalar, UrlScalar } from '../graph/scalars.js'

@ObjectType({ description: 'Somebody who takes part, with a role of the Podcasting 2.0 taxonomy.' })
export class Person {
  @Field(() => String, { description: 'Name.' })
  name!: string
  @Field(() => String, { description: 'Role, e.g. host, guest.' })
  role!: string
  @Field(() => String, { description: 'Group of roles, e.g. cast.' })
  group!: string
  @Field(() => UrlScalar, { nullable: true, description: 'Picture.' })
  image!: string | null
  @Field(() => UrlScalar, { nullable: true, description: 'Page about the person.' })
  url!: string | null
}

@ObjectType('Show', { description: 'A podcast.', implements: Node })
export class ShowType extends Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => ID, { nullable: true, description: 'podcast:guid of the Podcasting 2.0 namespace.' })
  podcastGuid!: string | null
  @Field(() => String, { description: 'Title.' })
  title!: string
  @Field(() => String, { nullable: true, description: 'Who publishes it.' })
  publisher!: string | null
  @Field(() => UrlScalar, { nullable: true, description: 'Its feed.' })
  feedUrl!: string | null
  @Field(() => UrlScalar, { nullable: true, description: 'Its website.' })
  siteUrl!: string | null
  @Field(() => String, { nullable: true, description: 'What it is about, plain text.' })
  description!: string | null
  @Field(() => LocaleScalar, { nullable: true, description: 'Language that is spoken.' })
  language!: string | null
  @Field(() => String, { description: 'podcast:medium: podcast, music, audiobook, ...' })
  medium!: string
  @Field(() => [String], { description: 'Categories of the feed.' })
  categories!: string[]
  @Field(() => ContentAdvisory, { description: 'Whether it is marked explicit.' })
  advisory!: ContentAdvisory
  @Field(() => [Image], { description: 'Pictures; empty where there is none.' })
  images!: Image[]
  @Field(() => [Person], { description: 'Who makes it.' })
  people!: Person[]
  @Field(() => UrlScalar, { nullable: true, description: 'Where listeners can support it.' })
  fundingUrl!: string | null
  @Field(() => [Source], { description: 'Where what we know about it comes from.' })
  sources!: Source[]
}
