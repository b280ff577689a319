import express, { Router } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'

/** After so many a report is only counted, and every thousandth is logged: a page that breaks its policy in a loop fills no disk. */
const MOST_LOGGED = 100
const THEN_EVERY = 1_000

const reportSchema = z.object({
  'csp-report': z.object({
    'document-uri': z.string().max(2_000).optional(),
    'effective-directive': z.string().max(200).optional(),
    'violated-directive': z.string().max(200).optional(),
    'blocked-uri': z.string().max(2_000).optional(),
  }),
})

/** `POST /csp-report`: a browser tells that a page broke its Content-Security-Policy. Each is logged at warn with its number since the start. */
export function cspReportRoute(log: Logger): Router {
  const router = Router()
  let count = 0
  router.post('/csp-report', express.json({ type: ['application/csp-report', 'application/json'], limit: '16kb' }), (request, response) => {
    const parsed = reportSchema.safeParse(request.body)
    if (!parsed.success) return void response.status(400).end()
    count += 1
    const report = parsed.data['csp-report']
    if (count <= MOST_LOGGED || count % THEN_EVERY === 0)
      log.warn(
        {
          count,
          page: report['document-uri'] ?? null,
          directive: report['effective-directive'] ?? report['violated-directive'] ?? null,
          blocked: report['blocked-uri'] ?? null,
        },
        'csp.violated',
      )
    response.status(204).end()
  })
  return router
}
