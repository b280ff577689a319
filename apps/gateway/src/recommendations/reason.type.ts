import type { Evidence as EvidenceValue } from '@linernotes/catalog'
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { Evidence } from './evidence.type.js'

export enum ReasonCode {
  SIMILAR_AUDIENCE = 'similar-audience',
  SHARED_TAGS = 'shared-tags',
  SAME_ARTIST = 'same-artist',
  SAME_LABEL = 'same-label',
  SAME_RELEASE = 'same-release',
  FOLLOWED_SHOW = 'followed-show',
  TOPIC_MATCH = 'topic-match',
  REDISCOVERY = 'rediscovery',
  HIDDEN_GEM = 'hidden-gem',
  FRESH_RELEASE = 'fresh-release',
  EDITORIAL = 'editorial',
  EXPLORATION = 'exploration',
  POPULAR = 'popular',
}
registerEnumType(ReasonCode, {
  name: 'ReasonCode',
  description: 'Why the ranker chose an item.',
  valuesConfig: {
    SIMILAR_AUDIENCE: { description: 'Who plays what the listener plays also plays this.' },
    SHARED_TAGS: { description: 'Its release carries tags that the listener turns to.' },
    SAME_ARTIST: { description: 'By an artist that the listener plays.' },
    SAME_LABEL: { description: 'On a label that the listener plays.' },
    SAME_RELEASE: { description: 'From a release that the listener plays.' },
    FOLLOWED_SHOW: { description: 'Of a show that the listener follows.' },
    TOPIC_MATCH: { description: 'About a topic of episodes that the listener finished.' },
    REDISCOVERY: { description: 'Connects to something that was played a lot, and then no more.' },
    HIDDEN_GEM: { description: 'Fits, and hardly anybody here has found it.' },
    FRESH_RELEASE: { description: 'New.' },
    EDITORIAL: { description: 'Chosen by an editor.' },
    EXPLORATION: { description: 'Outside of what the listener plays, reached over people alike.' },
    POPULAR: { description: 'Played by many here.' },
  },
})

@ObjectType({ description: 'Why the ranker chose an item, with what it rests on.' })
export class Reason {
  @Field(() => ReasonCode, { description: 'Which kind of reason.' })
  code!: `${ReasonCode}`
  @Field(() => Float, { description: 'Share of the positive contributions to the score, 0 to 1; what the reasons leave is the remainder.' })
  weight!: number
  @Field(() => [Evidence], { description: 'The facts that the ranker used.' })
  evidence!: readonly EvidenceValue[]
}
