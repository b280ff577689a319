import path from 'node:path'
import type { Dj } from '@linernotes/dj'
import type { Speaker } from '@linernotes/speech'
import { Router, type Response } from 'express'
import { closedSignal } from '../http/closed-signal.js'

/** Ids are derived from what was said: the same address always has the same bytes. */
const IMMUTABLE = { maxAge: '1y', immutable: true, lastModified: false, etag: true } as const

/** What the name of something looks like: id and ending. Everything else is not there, and no path is ever built from what a client sends. */
const NAME = /^(?<id>[a-z0-9_-]{1,100})(?<ending>\.[a-z0-9]{2,5})$/iu

/** Sound and captions of what the DJ says, with range requests, and sessions as playlists. */
export function mediaRoutes({ speaker, dj }: { readonly speaker: Pick<Speaker, 'find'>; readonly dj: Pick<Dj, 'export'> }): Router {
  const router = Router()
  router.get('/media/speech/:name', async (request, response) => {
    const { id, ending } = named(request.params.name)
    const spoken = id === undefined ? null : await speaker.find(id)
    const file = [spoken?.captionsFile, spoken?.audioFile].find((known) => known !== undefined && path.extname(known) === ending)
    if (spoken === null || file === undefined) return notThere(response)
    response.type(ending === '.vtt' ? 'text/vtt; charset=utf-8' : spoken.mimeType).set('x-content-type-options', 'nosniff')
    // Pages of others play it too: it is sound, and needs no credentials.
    response.set('access-control-allow-origin', '*').set('cross-origin-resource-policy', 'cross-origin')
    await send(response, file)
  })
  router.get('/export/dj/:name', async (request, response) => {
    const { id, ending } = named(request.params.name)
    const playlist = ending === '.jspf' && id !== undefined ? await dj.export(id, closedSignal(request)) : null
    if (playlist === null) return notThere(response)
    response.set('cache-control', 'private, no-cache').set('content-disposition', `attachment; filename="${id}.jspf"`)
    response.type('application/jspf+json').send(JSON.stringify(playlist, null, 2))
  })
  return router
}

const named = (name: string): { readonly id?: string; readonly ending?: string } => NAME.exec(name)?.groups ?? {}

/** Without detail: whether there ever was such a thing is nobody's business. */
function notThere(response: Response): void {
  response.status(404).set('cache-control', 'no-store').type('text/plain').send('Not found\n')
}

/** A file that is gone by now is not there either; a client that goes away is no error. */
function send(response: Response, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(path.basename(file), { root: path.dirname(file), dotfiles: 'allow', ...IMMUTABLE }, (error?: Error & { status?: number }) => {
      if (error === undefined || response.headersSent) return resolve()
      if (error.status !== 404) return reject(error)
      notThere(response)
      resolve()
    })
  })
}
