import { BREAK, visit } from 'graphql'
import { badRequest } from '../errors.js'
import type { Operation } from './operation-cost.js'

/** `recordListens` reports these line by line and records the other plays. */
const reported = new Set(['artistName', 'trackTitle'])

const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed()
const refusal = (place: string): Error => badRequest(`${place}: holds a NUL character or half a surrogate pair, which no id, name or cursor can hold`)

/** No text column can hold these, so no argument may. */
export function refuseBrokenText({ document, variables }: Pick<Operation, 'document' | 'variables'>): void {
  const place = brokenPlace(variables, '')
  if (place !== null) throw refusal(`variables${place}`)
  let isInDocument = false
  visit(document, {
    ObjectField: (node) => (reported.has(node.name.value) ? false : undefined),
    StringValue: (node) => {
      isInDocument = isBroken(node.value)
      return isInDocument ? BREAK : undefined
    },
  })
  if (isInDocument) throw refusal('A text of the query')
}

/** Where the first broken text is; null: nowhere. */
function brokenPlace(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isBroken(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const place = reported.has(key) ? null : brokenPlace(inner, `${path}.${key}`)
    if (place !== null) return place
  }
  return null
}
