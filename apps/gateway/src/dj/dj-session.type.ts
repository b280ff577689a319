import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../graph/node.type.js'
import { InputError } from '../graph/user-error.type.js'
import { typeNameOfResult } from '../narratives/narrative.type.js'
import { DjState } from './dj.enums.js'

@ObjectType('DjSession', { description: 'A DJ who plays for a listener, a few segments planned ahead.', implements: Node })
export class DjSessionType extends Node {
  @Field(() => ID, { description: 'Opaque; for `node`, `steerDjSession` and the subscription.' })
  declare id: string
  @Field(() => DjState, { description: 'Whether it plays.' })
  state!: DjState
  @Field(() => String, { nullable: true, description: "What was last asked for, in the listener's words; null: the DJ decides." })
  request!: string | null
  @Field(() => [String], { description: 'What the last request was taken to mean, in plain words.' })
  understood!: string[]
  @Field(() => [String], { description: 'What could not be honoured, and why.' })
  refused!: string[]
  @Field(() => Int, { description: 'The DJ talks before every n-th item; 0: never.' })
  talkEvery!: number
  @Field(() => Float, { description: '0 = what I know I like, 1 = surprise me.' })
  adventurousness!: number
  @Field(() => Int, { description: 'Position of the segment that plays now, from 0.' })
  position!: number
}

export const StartDjResult = createUnionType({
  name: 'StartDjResult',
  description: 'The session, or why there is none.',
  types: () => [DjSessionType, InputError] as const,
  resolveType: typeNameOfResult,
})
export const SteerDjResult = createUnionType({
  name: 'SteerDjResult',
  description: 'The session as it is now, or why nothing changed.',
  types: () => [DjSessionType, InputError] as const,
  resolveType: typeNameOfResult,
})
