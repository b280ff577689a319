import { NarrativeError } from '@linernotes/narrative-sdk'
import { answerEvents } from './answer-events.js'
import { readBeginning } from './read-beginning.js'
import { rewriteBody } from './rewrite-body.js'

/** Of what a server says about its failure. */
const maxFailureBytes = 64 * 1024

/**
 * A fetch that looks at an answer before the client library does: no redirects, no web pages, no answer without an end, and of the many ways to say a completion only one.
 * `hasKey`: a key may be sent; `streaming`: false for an endpoint that is asked for its answer in one piece, which the library then reads as a stream of one.
 */
export function guardedFetch(inner: typeof fetch, { hasKey, streaming }: { readonly hasKey: boolean; readonly streaming: boolean }): typeof fetch {
  return async (input, init) => {
    const asked = streaming ? init?.body : inOnePiece(init?.body)
    const response = await inner(input, {
      ...init,
      ...(asked === undefined ? {} : { body: asked }),
      headers: plainHeaders(init?.headers, hasKey),
      redirect: 'manual',
    })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new NarrativeError(
        'misconfigured',
        `The endpoint redirects to ${response.headers.get('location') ?? 'another address'}: set narratives.llama-hosted.baseUrl to where it really is`,
      )
    }
    if (response.body === null) {
      if (!response.ok) return response
      throw new NarrativeError('invalid-response', `The endpoint answered with status ${response.status} and nothing else`)
    }
    if (!response.ok) {
      const said = await readBeginning(response.body, maxFailureBytes)
      return new Response(said, { status: response.status, headers: plainAnswer(response, 'application/json') })
    }
    const type = response.headers.get('content-type') ?? ''
    if (/html|xml/iu.test(type)) {
      await response.body.cancel()
      throw new NarrativeError(
        'invalid-response',
        `The endpoint answered with ${type}, not with a completion: is narratives.llama-hosted.baseUrl right, with its /v1?`,
      )
    }
    if (!isStreamWanted(init)) return response
    return new Response(rewriteBody(response.body, answerEvents()), { status: 200, headers: plainAnswer(response, 'text/event-stream') })
  }
}

/** The client library insists on a key, and tells every endpoint about this machine. */
function plainHeaders(given: RequestInit['headers'], hasKey: boolean): Headers {
  const headers = new Headers(given)
  const unwanted = Array.from(headers.keys()).filter((name) => name.startsWith('x-stainless-') || (name === 'authorization' && !hasKey))
  for (const name of unwanted) headers.delete(name)
  return headers
}

/** Without what was true of the body as it came: its length and its encoding. */
function plainAnswer(response: Response, type: string): Headers {
  const wait = response.headers.get('retry-after')
  return new Headers({ 'content-type': type, ...(wait === null ? {} : { 'retry-after': wait }) })
}

function isStreamWanted(init: RequestInit | undefined): boolean {
  return typeof init?.body === 'string' && /"stream":\s*true/u.test(init.body)
}

function inOnePiece(body: RequestInit['body'] | undefined): RequestInit['body'] | undefined {
  if (typeof body !== 'string') return body
  const { stream_options: _, ...asked } = JSON.parse(body) as Readonly<Record<string, unknown>>
  return JSON.stringify({ ...asked, stream: false })
}
