import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics/create-metrics.js'
import type { Platform } from '@linernotes/serving'
import { cspReportRoute } from './csp-report-route.js'
import { pageRoutes } from './page-routes.js'
import { widgetRoutes } from './widget-routes.js'

export interface RouteOptions {
  readonly platform: Platform
  readonly metrics: Metrics
  readonly log: Logger
}

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes({ platform, metrics, log }: RouteOptions): readonly Router[] {
  return [metrics.routesFor(platform.narrator), cspReportRoute(log), widgetRoutes(platform), pageRoutes()]
}
