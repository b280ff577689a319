import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ItemKind } from '../graph/playable.type.js'
import { Node } from '../graph/node.type.js'
import { DateTimeScalar, LocaleScalar } from '../graph/scalars.js'
import { NarrativeStyle } from './narrative.enums.js'

export enum Locality {
  ON_DEVICE = 'on-device',
  PRIVATE_NETWORK = 'private-network',
  THIRD_PARTY = 'third-party',
}
registerEnumType(Locality, {
  name: 'Locality',
  description: 'Where the text of a brief goes.',
  valuesConfig: {
    ON_DEVICE: { description: 'It stays on this machine.' },
    PRIVATE_NETWORK: { description: "It stays in the operator's network." },
    THIRD_PARTY: { description: 'It goes to somebody else.' },
  },
})

export enum HealthState {
  UP = 'up',
  WARMING = 'warming',
  DEGRADED = 'degraded',
  DOWN = 'down',
}
registerEnumType(HealthState, {
  name: 'HealthState',
  description: 'Whether a provider can narrate.',
  valuesConfig: {
    UP: { description: 'Ready.' },
    WARMING: { description: 'Ready soon: the first text takes longer.' },
    DEGRADED: { description: 'Works, not as it should.' },
    DOWN: { description: 'Cannot; `detail` says why and what to do.' },
  },
})

@ObjectType({ description: 'What a provider can do.' })
export class Capabilities {
  @Field(() => [ItemKind], { description: 'Kinds of items.' })
  kinds!: ItemKind[]
  @Field(() => [NarrativeStyle], { description: 'Styles.' })
  styles!: NarrativeStyle[]
  @Field(() => [LocaleScalar], { description: 'Languages.' })
  languages!: string[]
  @Field(() => Boolean, { description: 'Whether sentences come one by one.' })
  streaming!: boolean
  @Field(() => Boolean, { description: 'Whether answers follow a schema.' })
  structuredOutput!: boolean
  @Field(() => Boolean, { description: 'Whether the same seed gives the same text.' })
  seed!: boolean
  @Field(() => Int, { nullable: true, description: 'Longest input; null: not known.' })
  maxInputTokens!: number | null
}

@ObjectType({ description: 'Whether a provider can narrate now.' })
export class Health {
  @Field(() => HealthState, { description: 'State.' })
  state!: HealthState
  @Field(() => String, { nullable: true, description: 'One line for an operator, with the remedy.' })
  detail!: string | null
  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  checkedAt!: Date
}

@ObjectType('NarrativeProvider', { description: 'A plugin that writes narratives.', implements: Node })
export class NarrativeProviderType extends Node {
  @Field(() => ID, { description: 'Opaque, stable.' })
  declare id: string
  @Field(() => String, { description: 'Pass it as `provider`.' })
  key!: string
  @Field(() => String, { description: 'Name to show.' })
  displayName!: string
  @Field(() => String, { description: 'Version of the plugin.' })
  version!: string
  @Field(() => String, { description: 'Version of the provider contract, e.g. narrative/v1.' })
  contract!: string
  @Field(() => Locality, { description: 'Where the text of a brief goes.' })
  locality!: Locality
  @Field(() => Capabilities, { description: 'What it can do.' })
  capabilities!: Capabilities
  @Field(() => Health, { description: 'Whether it can narrate now.' })
  health!: Health
}
