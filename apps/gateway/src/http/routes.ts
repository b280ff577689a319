import type { Router } from 'express'

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes(): readonly Router[] {
  return []
}
