import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../graph/scalars.js'

@InputType({ description: 'One play: of an item, or of something with a name.' })
export class ListenInput {
  @Field(() => ID, { nullable: true, description: 'Track or episode; left out: found by artist and title.' })
  item?: string | null
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  playedAt!: Date
  @Field(() => Int, { nullable: true, description: 'How long it played, in milliseconds; null: not known.' })
  playedMs?: number | null
  @Field(() => String, { nullable: true, description: 'Artist, where there is no item.' })
  artistName?: string | null
  @Field(() => String, { nullable: true, description: 'Title, where there is no item.' })
  trackTitle?: string | null
}

export enum FeedbackOutcome {
  IMPRESSION = 'impression',
  CLICK = 'click',
  PLAY = 'play',
  SKIP = 'skip',
  SAVE = 'save',
  HIDE = 'hide',
}
registerEnumType(FeedbackOutcome, {
  name: 'FeedbackOutcome',
  description: 'What the listener did with a recommendation.',
  valuesConfig: {
    IMPRESSION: { description: 'Saw it.' },
    CLICK: { description: 'Opened it.' },
    PLAY: { description: 'Played it.' },
    SKIP: { description: 'Skipped it.' },
    SAVE: { description: 'Kept it.' },
    HIDE: { description: 'Does not want to see it again.' },
  },
})

@InputType({ description: 'What became of a recommendation.' })
export class FeedbackInput {
  @Field(() => ID, { description: 'The recommendation.' })
  recommendationId!: string
  @Field(() => ID, { nullable: true, description: 'The narrative that was on show, if any.' })
  narrativeId?: string | null
  @Field(() => FeedbackOutcome, { description: 'What the listener did.' })
  outcome!: FeedbackOutcome
  @Field(() => DateTimeScalar, { nullable: true, description: 'When; left out: now.' })
  at?: Date | null
  @Field(() => Int, { nullable: true, description: 'How long it played, in milliseconds.' })
  playedMs?: number | null
  @Field(() => ID, { description: 'Makes a retry harmless.' })
  clientEventId!: string
}
