import { NarrativeError } from '@linernotes/narrative-sdk'
import { answerAsStream } from './answer-as-stream.js'

/** More than any narrative needs, with room for an engine that says much about each token. */
const maxAnswerBytes = 4 * 1024 * 1024

/** A fetch that looks at an answer before the client library does: no redirects, no web pages, no answer without an end. `hasKey`: a key may be sent. */
export function guardedFetch(inner: typeof fetch, hasKey: boolean): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, { ...init, headers: plainHeaders(init?.headers, hasKey), redirect: 'manual' })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new NarrativeError(
        'misconfigured',
        `The endpoint redirects to ${response.headers.get('location') ?? 'another address'}: set narratives.llama-hosted.baseUrl to where it really is`,
      )
    }
    if (!response.ok || response.body === null) return response
    const type = response.headers.get('content-type') ?? ''
    if (/html|xml/iu.test(type)) {
      await response.body.cancel()
      throw new NarrativeError(
        'invalid-response',
        `The endpoint answered with ${type}, not with a completion: is narratives.llama-hosted.baseUrl right, with its /v1?`,
      )
    }
    const body = response.body.pipeThrough(sizeLimit())
    const answer = new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
    return isStreamWanted(init) && /json/iu.test(type) ? answerAsStream(answer) : answer
  }
}

/** The client library insists on a key, and tells every endpoint about this machine. */
function plainHeaders(given: RequestInit['headers'], hasKey: boolean): Headers {
  const headers = new Headers(given)
  const unwanted = Array.from(headers.keys()).filter((name) => name.startsWith('x-stainless-') || (name === 'authorization' && !hasKey))
  for (const name of unwanted) headers.delete(name)
  return headers
}

function sizeLimit(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > maxAnswerBytes) controller.error(new NarrativeError('invalid-response', `The answer is longer than ${maxAnswerBytes} bytes`))
      else controller.enqueue(chunk)
    },
  })
}

function isStreamWanted(init: RequestInit | undefined): boolean {
  return typeof init?.body === 'string' && /"stream":\s*true/u.test(init.body)
}
