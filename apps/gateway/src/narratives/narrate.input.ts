import { Field, InputType, Int } from 'type-graphql'
import { LocaleScalar } from '../graph/scalars.js'
import { CachePolicy, NarrativeStyle } from './narrative.enums.js'

@InputType({ description: 'How to narrate.' })
export class NarrateInput {
  @Field(() => String, { nullable: true, description: 'Key of a configured provider; left out: the configured order for this kind of item.' })
  provider?: string | null
  @Field(() => NarrativeStyle, { nullable: true, defaultValue: NarrativeStyle.BLURB, description: 'What the text is for.' })
  style?: NarrativeStyle | null
  @Field(() => LocaleScalar, { nullable: true, description: "Language; left out: the listener's." })
  language?: string | null
  @Field(() => Int, { nullable: true, description: 'Left out: 25 for BLURB, 45 for DJ, 60 for PITCH.' })
  maxWords?: number | null
  @Field(() => Int, { nullable: true, description: 'The same seed gives the same text, where the provider can do that.' })
  seed?: number | null
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Episodes: no endings.' })
  spoilerFree?: boolean | null
  @Field(() => CachePolicy, { nullable: true, defaultValue: CachePolicy.PREFER, description: 'What to do with a text that exists already.' })
  cache?: CachePolicy | null
}
