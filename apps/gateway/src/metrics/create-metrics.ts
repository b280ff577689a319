import type { NarrativeObserver, Narrator } from '@linernotes/narratives'
import type { Router } from 'express'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { metricsRoutes } from './metrics-routes.js'
import { observeNarratives, watchProviders } from './narrative-metrics.js'

export interface Metrics {
  readonly observer: NarrativeObserver
  /** Asked once the narrator is open. */
  routesFor(narrator: Narrator): Router
}

/** Counters of one gateway, in a registry of its own: process, requests, narratives, providers. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    observer: observeNarratives(registry),
    routesFor(narrator) {
      watchProviders(registry, narrator)
      return metricsRoutes(registry)
    },
  }
}
