import type { PageRequest } from '@linernotes/catalog'
import { ArgsType, Field, Int } from 'type-graphql'
import { badInput } from '../errors.js'

/** The most that one page may hold. */
const LARGEST_PAGE = 100

/** What a cursor of a list that counts its nodes looks like. */
const OFFSET_CURSOR = /^\d{1,9}$/

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
  first?: number | null
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

/** A page size that may be served, or the error that says what may. */
export function pageSize(first: number | null | undefined, usual: number): number {
  const size = first ?? usual
  if (size < 0 || size > LARGEST_PAGE) throw badInput(`first: expected 0 to ${LARGEST_PAGE}, got ${size}`)
  return size
}

/** A page that may be served, or the error that says what is wrong with it. */
export function pageRequest({ first, after }: PageArguments, usual: number, cursor: RegExp = OFFSET_CURSOR): PageRequest {
  if (typeof after === 'string' && !cursor.test(after)) throw badInput('after: expected a cursor of this list')
  return { first: pageSize(first, usual), after: after ?? null }
}
