import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { RequestHandler } from 'express'
import { encodingFor } from './compress-answers.js'

const endings = { br: '.br', gzip: '.gz' } as const

/**
 * Asks for the compressed file beside a file, where the build made one and the client takes it; express.static behind it answers with that. Each has an
 * ETag of its own. A range is one of the file itself.
 */
export function precompressedFiles(root: string): RequestHandler {
  return async (request, response, next) => {
    response.vary('Accept-Encoding')
    const encoding = request.headers.range === undefined ? encodingFor(request) : null
    const [name] = /^\/[\w-][\w.-]*(?=$|\?)/.exec(request.url) ?? []
    if (encoding === null || name === undefined || !(await isFile(path.join(root, name + endings[encoding])))) return next()
    response.type(path.extname(name)).set('content-encoding', encoding)
    request.url = name + endings[encoding]
    next()
  }
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
