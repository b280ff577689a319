import { Router } from 'express'
import { isOwnName, type Whereabouts } from './own-address.js'

const LOOPBACK_ONLY = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

/**
 * Where the server listens on this machine alone, it answers to names of this machine alone, and to the configured public one. Else any page could let its own name lead
 * here once it is loaded ("DNS rebinding"), and read every listener's history as its own origin. Answers 421 (RFC 9110, 15.5.20).
 */
export function refuseOtherNames(whereabouts: Whereabouts): Router {
  const router = Router()
  if (!LOOPBACK_ONLY.has(whereabouts.host.toLowerCase())) return router
  router.use((request, response, next) => {
    if (isOwnName(request, whereabouts)) return next()
    const message = 'This server answers to localhost only. Behind a proxy with another name, set LINERNOTES_PUBLIC_URL to its address.'
    response
      .status(421)
      .set('cache-control', 'no-store')
      .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  })
  return router
}
