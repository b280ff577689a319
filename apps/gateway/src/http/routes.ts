import type { Platform } from '@linernotes/serving'
import type { Router } from 'express'
import { widgetRoutes } from './widget-routes.js'

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes(platform: Platform): readonly Router[] {
  return [widgetRoutes(platform)]
}
