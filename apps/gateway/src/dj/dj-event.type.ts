import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql'
import { NarrativeDelta, typeNameOfResult } from '../narratives/narrative.type.js'
import { DjSegmentType } from './dj-segment.type.js'
import { DjSessionType } from './dj-session.type.js'

@ObjectType({ description: 'A segment that was planned and will not be played: take it out of the queue.' })
class DjSegmentDropped {
  @Field(() => Int, { description: 'Number of this event: pass the last one seen as `resumeAfterSeq`.' })
  seq!: number
  @Field(() => ID, { nullable: true, description: 'The segment. Always there; nullable as in NarrativeDelta, so that one selection reads both.' })
  segmentId!: string
}

export const DjEvent = createUnionType({
  name: 'DjEvent',
  description: 'What happens in a session, in order: its state, segments as they are planned or change, words of a talk as they come, segments that fall away.',
  types: () => [DjSegmentType, NarrativeDelta, DjSessionType, DjSegmentDropped] as const,
  resolveType: typeNameOfResult,
})
