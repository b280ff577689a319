import type { Dj } from '@linernotes/dj'
import type { Speaker } from '@linernotes/speech'
import type { Router } from 'express'
import { mediaRoutes } from '../dj/media-routes.js'

export interface RouteSources {
  readonly dj: Pick<Dj, 'export'>
  readonly speaker: Pick<Speaker, 'find'>
}

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes(sources: RouteSources): readonly Router[] {
  return [mediaRoutes(sources)]
}
