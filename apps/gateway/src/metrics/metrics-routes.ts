import { Router } from 'express'
import { Histogram, type Registry } from 'prom-client'

/** Seconds of a request: a cached list takes a tenth, a narrative that a model writes some seconds, a stream as long as its client listens. */
const REQUEST_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]
/** Paths that are told apart; the others are one, so that nobody can make up series. */
const ROUTES = ['/graphql', '/graphql/stream', '/livez', '/readyz', '/metrics']

/** `GET /metrics` for Prometheus, and how long requests took. Stands before all other routes. */
export function metricsRoutes(registry: Registry): Router {
  const seconds = new Histogram({
    name: 'linernotes_http_request_seconds',
    help: 'How long requests took, from their head to the end of their answer.',
    labelNames: ['route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [registry],
  })
  const router = Router()
  router.use((request, response, next) => {
    const route = ROUTES.includes(request.path) ? request.path : 'other'
    const end = seconds.startTimer({ route })
    response.once('close', () => void end({ status: String(response.statusCode) }))
    next()
  })
  router.get('/metrics', async (_request, response) => void response.type(registry.contentType).send(await registry.metrics()))
  return router
}
