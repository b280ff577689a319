import { Field, ID, InterfaceType, Int, ObjectType } from 'type-graphql'
import { Node, typeNameOf } from '../graph/node.type.js'
import { DateTimeScalar, UrlScalar } from '../graph/scalars.js'
import { Source } from '../graph/source.type.js'
import { EpisodeObject } from '../podcasts/episode.type.js'

@InterfaceType('Evidence', {
  description: 'A fact that a narrative may state. `statement` is the fact in plain words.',
  implements: Node,
  resolveType: typeNameOf,
})
export abstract class Evidence extends Node {
  @Field(() => ID, { description: 'Content-addressed: the same fact has the same id for ever.' })
  declare id: string
  @Field(() => String, { description: 'The fact in plain words.' })
  statement!: string
  @Field(() => Source, { description: 'Where it comes from.' })
  source!: Source
}

@ObjectType({ description: 'What the catalogue says, or proves by counting.', implements: [Node, Evidence] })
export class CatalogFact extends Evidence {
  @Field(() => Node, { description: 'What the fact is about.' })
  subject!: Node
  @Field(() => String, { description: 'Which fact, e.g. label, track-length, only-release-on-label.' })
  property!: string
  @Field(() => String, { description: 'Its values as JSON.' })
  value!: string
  @Field(() => String, { nullable: true, description: 'SQL that counts it again; null: it was read, not counted.' })
  query!: string | null
}

@ObjectType({ description: "What the listener's own history proves.", implements: [Node, Evidence] })
export class ListeningFact extends Evidence {
  @Field(() => Int, { description: 'Plays behind it.' })
  plays!: number
  @Field(() => DateTimeScalar, { nullable: true, description: 'First of these plays.' })
  firstPlayedAt!: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Last of these plays.' })
  lastPlayedAt!: Date | null
  @Field(() => String, { nullable: true, description: 'SQL that counts it again.' })
  query!: string | null
  @Field(() => Boolean, {
    description: 'Touches a topic of the guidelines (health, faith, ...): no narrative tells it back. Show it only to the listener, and only when asked why.',
  })
  sensitive!: boolean
}

@ObjectType({
  description: 'What listeners here have in common. Numbers under the k-anonymity floor are withheld, others are of whole groups of ten.',
  implements: [Node, Evidence],
})
export class AudienceFact extends Evidence {
  @Field(() => Int, { nullable: true, description: 'Distinct listeners behind it; null: fewer than the k-anonymity floor, which is all that is said.' })
  listeners!: number | null
}

@ObjectType({ description: 'Words that were said in an episode.', implements: [Node, Evidence] })
export class TranscriptExcerpt extends Evidence {
  @Field(() => EpisodeObject, { description: 'The episode.' })
  episode!: EpisodeObject
  @Field(() => Int, { nullable: true, description: 'Where it starts, in milliseconds; null: the transcript has no times.' })
  startMs!: number | null
  @Field(() => Int, { nullable: true, description: 'Where it ends, in milliseconds; null: the transcript has no times.' })
  endMs!: number | null
  @Field(() => String, { nullable: true, description: 'Who says it; null: not marked.' })
  speaker!: string | null
  @Field(() => String, { description: 'The words, literally.' })
  quote!: string
  @Field(() => UrlScalar, { nullable: true, description: 'Plays just this passage; null where times or audio are missing.' })
  listenUrl!: string | null
}

@ObjectType({ description: 'A chapter or soundbite.', implements: [Node, Evidence] })
export class EpisodeMark extends Evidence {
  @Field(() => EpisodeObject, { description: 'The episode.' })
  episode!: EpisodeObject
  @Field(() => Int, { description: 'Where it starts, in milliseconds.' })
  startMs!: number
  @Field(() => Int, { nullable: true, description: 'Where it ends; null: not stated.' })
  endMs!: number | null
  @Field(() => String, { description: 'Title.' })
  title!: string
  @Field(() => UrlScalar, { nullable: true, description: 'Plays from there; null where audio is missing.' })
  listenUrl!: string | null
}
