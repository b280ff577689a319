import type { WorkProbe } from './conformance-subject.js'

/** A fetch that counts: a POST is work; it goes on until its answer has been read, cancelled or refused. */
export function watchFetch(inner: typeof fetch): { readonly fetch: typeof fetch; readonly work: WorkProbe } {
  let started = 0
  let active = 0
  return {
    work: { started: () => started, active: () => active },
    fetch: async (input, init) => {
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      if (method.toUpperCase() !== 'POST') return inner(input, init)
      started += 1
      active += 1
      const stop = once(() => (active -= 1))
      const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
      signal?.addEventListener('abort', stop, { once: true })
      try {
        const response = await inner(input, init)
        if (response.body === null) stop()
        return response.body === null ? response : withBody(response, response.body, stop)
      } catch (error) {
        stop()
        throw error
      }
    },
  }
}

function withBody(response: Response, body: ReadableStream<Uint8Array>, stop: () => void): Response {
  const reader = body.getReader()
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) {
          controller.enqueue(value)
          return
        }
        stop()
        controller.close()
      } catch (error) {
        stop()
        controller.error(error)
      }
    },
    async cancel(reason) {
      stop()
      await reader.cancel(reason)
    },
  })
  return new Response(watched, { status: response.status, statusText: response.statusText, headers: response.headers })
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}
