import { Field, ID, InterfaceType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Node, typeNameOf } from './node.type.js'
import { UrlScalar } from './scalars.js'

export enum ContentAdvisory {
  EXPLICIT = 'explicit',
  CLEAN = 'clean',
  UNKNOWN = 'unknown',
}
registerEnumType(ContentAdvisory, {
  name: 'ContentAdvisory',
  description: 'Whether the publisher marks an item as explicit.',
  valuesConfig: {
    EXPLICIT: { description: 'Marked explicit.' },
    CLEAN: { description: 'Marked clean.' },
    UNKNOWN: { description: 'Not marked.' },
  },
})

export enum ItemKind {
  TRACK = 'track',
  EPISODE = 'episode',
}
registerEnumType(ItemKind, {
  name: 'ItemKind',
  description: 'What can be recommended.',
  valuesConfig: { TRACK: { description: 'A track of music.' }, EPISODE: { description: 'An episode of a podcast.' } },
})

@ObjectType({ description: 'A picture.' })
export class Image {
  @Field(() => UrlScalar, { description: 'Where the picture is.' })
  url!: string
  @Field(() => String, { nullable: true, description: 'What it shows, in words.' })
  alt!: string | null
  @Field(() => Int, { nullable: true, description: 'Width in pixels; null: not known.' })
  width!: number | null
  @Field(() => Int, { nullable: true, description: 'Height in pixels; null: not known.' })
  height!: number | null
}

@InterfaceType('Playable', { description: 'Everything a listener can play.', implements: Node, resolveType: typeNameOf })
export abstract class Playable extends Node {
  @Field(() => ID, { description: 'Opaque, unique in the whole API, stable over re-imports.' })
  declare id: string
  @Field(() => String, { description: 'Title, as its publisher wrote it.' })
  title!: string
  @Field(() => Int, { nullable: true, description: 'Length in milliseconds; null: not known.' })
  durationMs!: number | null
  @Field(() => ContentAdvisory, { description: 'Whether it is marked explicit.' })
  advisory!: ContentAdvisory
  @Field(() => [Image], { description: 'Pictures; empty where there is none.' })
  images!: Image[]
  @Field(() => UrlScalar, { nullable: true, description: 'Where it can be played or read about.' })
  url!: string | null
}
