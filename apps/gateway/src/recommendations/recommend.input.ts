import { Field, Float, ID, InputType } from 'type-graphql'
import { ContentAdvisory, ItemKind } from '../graph/playable.type.js'

@InputType({ description: 'What to recommend, to whom.' })
export class RecommendInput {
  @Field(() => ID, {
    nullable: true,
    description: "Whose recommendations: our id or the client's own. Left out: the authenticated listener; nobody or unknown: non-profiled recommendations.",
  })
  listenerId?: string | null
  @Field(() => [ItemKind], { nullable: true, defaultValue: [ItemKind.TRACK], description: 'What kinds of items.' })
  kinds?: ItemKind[] | null
  @Field(() => String, { nullable: true, description: 'Name of a configured recipe; left out: the default for the kinds.' })
  recipe?: string | null
  @Field(() => [ID], { nullable: true, description: 'Start from these items or artists instead of the whole taste.' })
  seedIds?: string[] | null
  @Field(() => Float, { nullable: true, defaultValue: 0.3, description: '0 = what I know I like, 1 = surprise me.' })
  adventurousness?: number | null
  @Field(() => ContentAdvisory, {
    nullable: true,
    defaultValue: ContentAdvisory.EXPLICIT,
    description: 'The most explicit that is allowed; CLEAN: marked clean only.',
  })
  maxAdvisory?: ContentAdvisory | null
  @Field(() => [ID], { nullable: true, description: 'Never recommend these.' })
  excludeIds?: string[] | null
  @Field(() => [ID], { nullable: true, description: 'Rank as if these had never been played, still without recommending them: shows what a reason was worth.' })
  ignoreHistoryItemIds?: string[] | null
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Also what was on show lately, or skipped. Hidden items stay hidden.' })
  includeShown?: boolean | null
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Use no personal history at all.' })
  nonProfiled?: boolean | null
}
