import type { Evidence as EvidenceValue } from '@linernotes/catalog'
import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../graph/node.type.js'
import { Playable } from '../graph/playable.type.js'
import { DateTimeScalar, LocaleScalar } from '../graph/scalars.js'
import { UserError } from '../graph/user-error.type.js'
import { Evidence } from '../recommendations/evidence.type.js'
import { NarrativeStyle, Realisation, Support } from './narrative.enums.js'
import { NarrativeProviderType } from './provider.type.js'

@ObjectType({ description: 'A clause of a narrative and what it rests on.' })
export class Claim {
  @Field(() => Int, { description: 'UTF-16 offset into Narrative.text.' })
  start!: number
  @Field(() => Int, { description: 'UTF-16 offset into Narrative.text, exclusive.' })
  end!: number
  @Field(() => Support, { description: 'On evidence, or on taste.' })
  support!: Support
  @Field(() => [Evidence], { description: 'What it rests on; empty for an opinion.' })
  evidence!: EvidenceValue[]
}

@ObjectType({ description: 'What must be said about who made a text.' })
export class AiDisclosure {
  @Field(() => Boolean, { description: 'Whether a machine wrote it.' })
  generated!: boolean
  @Field(() => Boolean, { description: 'Whether an editor changed it.' })
  humanEdited!: boolean
  @Field(() => String, { description: 'To be shown beside the text.' })
  label!: string
}

@ObjectType({ description: 'What a narrative cost. null is unknown, 0 is free.' })
export class Usage {
  @Field(() => Int, { nullable: true, description: 'Tokens read.' })
  inputTokens!: number | null
  @Field(() => Int, { nullable: true, description: 'Tokens written.' })
  outputTokens!: number | null
  @Field(() => Int, { nullable: true, description: 'Until the first text.' })
  timeToFirstTokenMs!: number | null
  @Field(() => Int, { description: 'Until the last text; of the request that wrote it, not of the cache.' })
  latencyMs!: number
  @Field(() => Float, { nullable: true, description: 'In millionths of a US dollar.' })
  costMicroUsd!: number | null
}

@ObjectType('Narrative', { description: 'A short text about an item, true word by word.', implements: Node })
export class NarrativeType extends Node {
  @Field(() => ID, { description: 'Opaque; for `node` and `recordFeedback`.' })
  declare id: string
  @Field(() => Playable, { description: 'What it is about.' })
  subject!: Playable
  @Field(() => String, { description: 'Plain text: never markup.' })
  text!: string
  @Field(() => [Claim], { description: 'Every factual clause of the text, with what supports it.' })
  claims!: Claim[]
  @Field(() => [Evidence], { description: 'All that the text rests on.' })
  evidence!: EvidenceValue[]
  @Field(() => NarrativeStyle, { description: 'What the text is for.' })
  style!: NarrativeStyle
  @Field(() => LocaleScalar, { description: 'Language of the text.' })
  language!: string
  @Field(() => NarrativeProviderType, { description: 'The provider that wrote the text; differs from the one asked for after a fallback.' })
  provider!: NarrativeProviderType
  @Field(() => String, { nullable: true, description: 'Why the provider asked for did not write it; null: it did.' })
  fallbackReason!: string | null
  @Field(() => String, { description: 'Model or phrase data that chose the words.' })
  model!: string
  @Field(() => String, { description: 'Version of the prompt or phrases.' })
  promptVersion!: string
  @Field(() => Boolean, { description: 'Whether it had been written before.' })
  fromCache!: boolean
  @Field(() => Realisation, { description: 'Who chose the words.' })
  realisation!: Realisation
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date
  @Field(() => AiDisclosure, { description: 'What must be said about who made it.' })
  disclosure!: AiDisclosure
  @Field(() => Usage, { description: 'What it cost.' })
  usage!: Usage
}

@ObjectType({ description: 'There is nothing true to say, or no cached text.', implements: UserError })
class NarrativeDeclined extends UserError {
  @Field(() => [String], { description: 'What evidence is missing.' })
  missing!: string[]
}

@ObjectType({ description: 'No provider could write it.', implements: UserError })
class ProviderFailure extends UserError {
  @Field(() => String, { description: 'The provider asked for.' })
  provider!: string
  @Field(() => [String], { description: 'Every provider that was tried.' })
  tried!: string[]
}

/** What the mappers of unions put on their objects. */
export const typeNameOfResult = (value: object): string | undefined => ('typeName' in value && typeof value.typeName === 'string' ? value.typeName : undefined)

export const NarrativeResult = createUnionType({
  name: 'NarrativeResult',
  description: 'A narrative, or why there is none.',
  types: () => [NarrativeType, NarrativeDeclined, ProviderFailure] as const,
  resolveType: typeNameOfResult,
})

@ObjectType({ description: 'Only text that has passed verification is ever sent.' })
export class NarrativeDelta {
  @Field(() => Int, { description: 'Counts from 0 and never repeats.' })
  seq!: number
  @Field(() => String, { description: 'The next piece of the text.' })
  text!: string
  @Field(() => ID, { nullable: true, description: 'The DJ segment it belongs to.' })
  segmentId!: string | null
}

export const NarrativeEvent = createUnionType({
  name: 'NarrativeEvent',
  description: 'Verified pieces as they come; at last the whole narrative, or why there is none.',
  types: () => [NarrativeDelta, NarrativeType, NarrativeDeclined, ProviderFailure] as const,
  resolveType: typeNameOfResult,
})
