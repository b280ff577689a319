import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../graph/scalars.js'

@ObjectType({ description: 'A term of the score. The score is the sum of the contributions of all signals and boosts.' })
class Signal {
  @Field(() => String, { description: 'Which: the code of a reason, or novelty, chance and other terms that are no reasons.' })
  name!: string
  @Field(() => Float, { description: 'What was measured, 0 to 1.' })
  value!: number
  @Field(() => Float, { description: 'What it added to the score.' })
  contribution!: number
}

@ObjectType({ description: 'What somebody asked or paid for, as the configuration declares it. Nothing else lifts an item.' })
class Boost {
  @Field(() => String, { description: 'Key of the rule.' })
  key!: string
  @Field(() => String, { description: 'Why.' })
  reason!: string
  @Field(() => String, { description: 'Who asked or paid for it.' })
  onBehalfOf!: string
  @Field(() => Float, { description: 'What it added to the score.' })
  contribution!: number
}

@ObjectType('Receipt', {
  description: 'Everything that put this item at this rank, signed, so that it can be checked later: `linernotes receipts verify FILE`.',
})
export class ReceiptType {
  @Field(() => ID, { description: 'Derived from all that it says.' })
  id!: string
  @Field(() => ID, { description: 'The item that it is about.' })
  itemId!: string
  @Field(() => Int, { description: 'Place in its list, from 1.' })
  rank!: number
  @Field(() => Float, { description: 'The sum of all contributions.' })
  score!: number
  @Field(() => String, { description: 'Which recipe and models ranked it.' })
  modelVersion!: string
  @Field(() => String, { description: 'Which state of the data the rank was computed from.' })
  dataVersion!: string
  @Field(() => String, { nullable: true, description: "Which state of the listener's own history and feedback; null: none was read." })
  listenerVersion!: string | null
  @Field(() => String, {
    nullable: true,
    description: 'How far the log of plays and feedback had been read, as canonical JSON: later plays change nothing of it; null: issued before that was kept.',
  })
  asOf!: string | null
  @Field(() => [Signal], { description: 'Strongest first.' })
  signals!: readonly Signal[]
  @Field(() => [Boost], { description: 'What somebody asked or paid for.' })
  boosts!: readonly Boost[]
  @Field(() => Int, { description: 'Where it would rank without boosts; one behind the end of the list where it would not be in it.' })
  rankWithoutBoosts!: number
  @Field(() => DateTimeScalar, { description: 'When.' })
  issuedAt!: Date
  @Field(() => String, { description: 'What was asked, with nothing left open, as canonical JSON (RFC 8785).' })
  request!: string
  @Field(() => String, {
    description:
      'The whole receipt, signed: a JSON Web Signature in compact form (RFC 7515), EdDSA with Ed25519, over its canonical JSON. Enough by itself for `linernotes receipts verify`.',
  })
  signature!: string
}
