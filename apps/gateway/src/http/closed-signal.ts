import type { Request } from 'express'

/** Aborts when the client goes away before it has its answer. */
export function closedSignal(request: Request): AbortSignal {
  const controller = new AbortController()
  const response = request.res
  response?.once('close', () => {
    if (!response.writableEnded) controller.abort(new DOMException('The client closed the connection.', 'AbortError'))
  })
  return controller.signal
}
