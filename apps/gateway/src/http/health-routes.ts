import { Router } from 'express'

export type Readiness = () => Promise<{ readonly ready: boolean; readonly detail: string }>

/** `/livez`: the process turns. `/readyz`: it can answer: the database does, and it is not draining. */
export function healthRoutes(readiness: Readiness): Router {
  const router = Router()
  router.get('/livez', (_request, response) => void response.json({ status: 'alive' }))
  router.get('/readyz', async (_request, response) => {
    const { ready, detail } = await readiness()
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', detail })
  })
  return router
}
