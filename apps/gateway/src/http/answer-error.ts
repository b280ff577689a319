import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'

/** What went wrong outside of GraphQL, such as a body that is no JSON, said as GraphQL says it. Never a stack. */
export function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status === 500) log.error({ err: error }, 'request.failed')
    const message =
      status === 500 ? 'Something went wrong here. It has been logged.' : `The request cannot be read: ${error instanceof Error ? error.message : 'malformed'}`
    response.status(status).json({ errors: [{ message, extensions: { code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' } }] })
  }
}

/** body-parser says so with `status` and `expose`. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : null
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
