import { Field, Float, ObjectType } from 'type-graphql'
import { DateTimeScalar, UrlScalar } from './scalars.js'

@ObjectType({ description: 'Where a fact comes from and under which licence it may be shown.' })
export class Source {
  @Field(() => String, { description: 'Name to show as attribution.' })
  name!: string
  @Field(() => UrlScalar, { nullable: true, description: 'Where the source can be looked at.' })
  url!: string | null
  @Field(() => String, { description: 'SPDX id; NOASSERTION: not stated.' })
  licence!: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read; null: not known.' })
  retrievedAt!: Date | null
}

@ObjectType({ description: 'A genre, style or topic.' })
export class Tag {
  @Field(() => String, { description: 'Name, as the catalogue has it.' })
  name!: string
  @Field(() => Float, { description: 'Strength, 0 to 1.' })
  weight!: number
}

@ObjectType({ description: 'The id of the same thing in another system.' })
export class ExternalId {
  @Field(() => String, { description: 'The system, e.g. spotify, discogs, archive.org.' })
  scheme!: string
  @Field(() => String, { description: 'The id there.' })
  value!: string
  @Field(() => UrlScalar, { nullable: true, description: 'Its page there.' })
  url!: string | null
}
