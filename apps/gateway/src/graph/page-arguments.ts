import { ArgsType, Field, Int } from 'type-graphql'
import { badInput } from '../errors.js'

/** The most that one page may hold. */
const LARGEST_PAGE = 100

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many, at most 100.' })
  first!: number
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

/** A page size that may be served, or the error that says what may. */
export function pageSize(first: number): number {
  if (first < 0 || first > LARGEST_PAGE) throw badInput(`first: expected 0 to ${LARGEST_PAGE}, got ${first}`)
  return first
}
