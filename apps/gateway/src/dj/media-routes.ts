import path from 'node:path'
import type { Dj } from '@linernotes/dj'
import type { Speaker } from '@linernotes/speech'
import { Router, type Response } from 'express'
import { closedSignal } from '../http/closed-signal.js'

/** Ids are derived from what was said: the same address always has the same bytes. */
const IMMUTABLE = { maxAge: '1y', immutable: true, lastModified: false, etag: true } as const

/** What ids and endings look like; everything else is not there, and no path is ever built from it. */
const PLAIN = /^[a-z0-9_-]{1,100}$/iu

const MOST_EXPORTED_AGE_S = 0

/** Sound and captions of what the DJ says, with range requests, and sessions as playlists. */
export function mediaRoutes({ speaker, dj }: { readonly speaker: Pick<Speaker, 'find'>; readonly dj: Pick<Dj, 'export'> }): Router {
  const router = Router()
  router.get('/media/speech/:name', async (request, response) => {
    const { name: id, ext } = path.parse(request.params.name)
    const spoken = PLAIN.test(id) ? await speaker.find(id) : null
    const wanted = spoken === null ? null : ext === '.vtt' ? spoken.captionsFile : ext === path.extname(spoken.audioFile) ? spoken.audioFile : null
    if (spoken === null || wanted === null) return notThere(response)
    response.type(ext === '.vtt' ? 'text/vtt; charset=utf-8' : spoken.mimeType).set('x-content-type-options', 'nosniff')
    // Pages of others play it too: it is sound, and needs no credentials.
    response.set('access-control-allow-origin', '*').set('cross-origin-resource-policy', 'cross-origin')
    await send(response, wanted)
  })
  router.get('/export/dj/:name', async (request, response) => {
    const { name: id, ext } = path.parse(request.params.name)
    const playlist = ext === '.jspf' && PLAIN.test(id) ? await dj.export(id, closedSignal(request)) : null
    if (playlist === null) return notThere(response)
    response.set('cache-control', `private, max-age=${MOST_EXPORTED_AGE_S}`).set('content-disposition', `attachment; filename="${id}.jspf"`)
    response.type('application/jspf+json').send(JSON.stringify(playlist, null, 2))
  })
  return router
}

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
