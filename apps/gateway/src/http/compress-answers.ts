import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

/** Less fits into one packet anyway. */
const LEAST_BYTES = 1_024
/** What is written while a client waits for it is compressed as far as costs little: a list of ten in about a millisecond. */
const QUALITY = 4
const TEXT = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|javascript|xml)\b)/

const compressors = {
  br: (body: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: QUALITY }),
} as const

/** The encoding that a client is answered in, the one that makes the smallest answers first; null: as it is. */
export const encodingFor = (request: Request): keyof typeof compressors | null =>
  (['br', 'gzip'] as const).find((encoding) => request.acceptsEncodings(encoding) === encoding) ?? null

/**
 * Compresses answers that are sent in one piece: JSON, pages, metrics. What is written piece by piece goes through untouched, so a stream is never held
 * back, and a part of a file stays the part that was asked for. No cookie opens any answer, so BREACH has
 * nothing to guess.
 */
export const compressAnswers = (): RequestHandler => (request, response, next) => {
  const send = response.send.bind(response)
  response.send = (body?: unknown) => {
    if (!isWhole(response, body)) return send(body)
    response.vary('Accept-Encoding')
    const encoding = encodingFor(request)
    const bytes = Buffer.from(body)
    if (encoding === null || bytes.length < LEAST_BYTES) return send(body)
    // express says what text is in; of bytes it does not know.
    response.set('content-type', response.get('content-type') ?? 'text/html')
    const sendCompressed = async (): Promise<void> => {
      try {
        const compressed = await compressors[encoding](bytes)
        response.set('content-encoding', encoding)
        send(compressed)
      } catch (error) {
        next(error)
      }
    }
    void sendCompressed()
    return response
  }
  next()
}

const isWhole = (response: Response, body: unknown): body is string =>
  typeof body === 'string' &&
  !response.headersSent &&
  response.statusCode !== 206 &&
  response.get('content-encoding') === undefined &&
  TEXT.test(response.get('content-type') ?? 'text/html')
