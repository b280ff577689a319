import { Field, InterfaceType, Int, ObjectType } from 'type-graphql'
import { ErrorCode } from '../narratives/narrative.enums.js'

@InterfaceType('UserError', {
  description: 'A refusal that a client can expect. Only bugs and outages reach `errors[]`.',
  resolveType: (value: { readonly typeName?: string }) => value.typeName,
})
export abstract class UserError {
  @Field(() => ErrorCode, { description: 'Why.' })
  code!: ErrorCode
  @Field(() => String, { description: 'In words, with the remedy.' })
  message!: string
  @Field(() => [String], { nullable: true, description: 'Where in the input.' })
  path!: string[] | null
  @Field(() => Int, { nullable: true, description: 'When to try again; null: no use in that.' })
  retryAfterMs!: number | null
}

@ObjectType({ description: 'The input cannot be used.', implements: UserError })
export class InputError extends UserError {}

/** An InputError as a resolver returns it. */
export function inputError(code: ErrorCode, message: string, path: string[] | null = null): InputError & { readonly typeName: 'InputError' } {
  return { typeName: 'InputError', code, message, path, retryAfterMs: null }
}
