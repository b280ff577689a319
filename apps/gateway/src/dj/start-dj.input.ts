import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { ItemKind } from '../graph/playable.type.js'
import { LocaleScalar } from '../graph/scalars.js'

@InputType({ description: 'What a DJ session shall be like.' })
export class StartDjInput {
  @Field(() => ID, {
    nullable: true,
    description: "Whose session: our id or the client's own. Left out: the authenticated listener; nobody or unknown: a session that uses no history.",
  })
  listenerId?: string | null
  @Field(() => String, { nullable: true, description: 'What the listener asks for, in words. Left out: the DJ decides.' })
  request?: string | null
  @Field(() => [ItemKind], { nullable: true, defaultValue: [ItemKind.TRACK], description: 'What kinds of items.' })
  kinds?: ItemKind[] | null
  @Field(() => Float, { nullable: true, defaultValue: 0.4, description: '0 = what I know I like, 1 = surprise me.' })
  adventurousness?: number | null
  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How often the DJ talks: before every n-th item; 0 = never.' })
  talkEvery?: number | null
  @Field(() => String, { nullable: true, description: 'Key of the provider that writes the talk; left out: the configured order.' })
  provider?: string | null
  @Field(() => LocaleScalar, { nullable: true, description: "Language of the talk; left out: the listener's." })
  language?: string | null
  @Field(() => Int, { nullable: true, description: 'The same seed, data and requests give the same session; left out: one is drawn.' })
  seed?: number | null
}
