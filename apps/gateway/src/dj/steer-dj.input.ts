import { Field, Float, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'What shall change in a running DJ session. What is left out stays.' })
export class SteerDjInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string
  @Field(() => String, {
    nullable: true,
    description: 'In words: something calmer, more like this, 90s only, no more talk, pause. What was made of it is in `understood` and `refused`.',
  })
  request?: string | null
  @Field(() => Int, { nullable: true, description: 'How often the DJ talks: before every n-th item; 0 = never.' })
  talkEvery?: number | null
  @Field(() => Float, { nullable: true, description: '0 = what I know I like, 1 = surprise me.' })
  adventurousness?: number | null
  @Field(() => Boolean, { nullable: true, description: 'Break off what plays now, and go on with the next.' })
  skip?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'true: wait; false: go on. Left out: as it is.' })
  pause?: boolean | null
}
