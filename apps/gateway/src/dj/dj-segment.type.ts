import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../graph/connection.js'
import { Node } from '../graph/node.type.js'
import { UrlScalar } from '../graph/scalars.js'
import { AiDisclosure } from '../narratives/narrative.type.js'
import { TalkKind } from './dj.enums.js'

@ObjectType({ description: 'Talk as sound, spoken by a synthetic voice: that must be said where it is played.' })
export class Speech {
  @Field(() => UrlScalar, { description: 'The sound. Range requests are answered; it never changes, so keep it as long as you like.' })
  url!: string
  @Field(() => String, { description: 'What kind of sound, e.g. audio/wav.' })
  mimeType!: string
  @Field(() => Int, { description: 'Length in milliseconds.' })
  durationMs!: number
  @Field(() => UrlScalar, { nullable: true, description: 'Captions, WebVTT; null: there are none.' })
  captionsUrl!: string | null
  @Field(() => String, { description: 'Name of the voice.' })
  voice!: string
  @Field(() => AiDisclosure, { description: 'What must be said about whose voice it is.' })
  disclosure!: AiDisclosure
}

@ObjectType('DjSegment', { description: 'One item of a session, and what is said before it.', implements: Node })
export class DjSegmentType extends Node {
  @Field(() => ID, { description: 'Opaque; for `node`.' })
  declare id: string
  @Field(() => Int, { description: 'Place in the session, from 0.' })
  position!: number
  @Field(() => ID, { description: 'For `recordFeedback`, which also tells the DJ how far the listener is.' })
  recommendationId!: string
  @Field(() => TalkKind, { description: 'What the talk before the item is about.' })
  talkKind!: TalkKind
  @Field(() => Boolean, { description: 'Whether it is settled what is said, silence included; false: the talk is still being prepared.' })
  isSettled!: boolean
}

export const DjSegmentConnection = connectionOf('DjSegment', () => DjSegmentType)
