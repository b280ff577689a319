/** From `begin` on, keeps the second half of every answer to a POST back until `release`. */
export function holdTail(): { readonly hold: (inner: typeof fetch) => typeof fetch; readonly begin: () => void; readonly release: () => void } {
  const released = Promise.withResolvers<void>()
  let holds = false
  return {
    begin: () => {
      holds = true
    },
    release: released.resolve,
    hold: (inner) => async (input, init) => {
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      const response = await inner(input, init)
      if (!holds || method.toUpperCase() !== 'POST' || !response.ok || response.body === null) return response
      const bytes = new Uint8Array(await response.arrayBuffer())
      const half = Math.floor(bytes.length / 2)
      const halves = [bytes.subarray(0, half), bytes.subarray(half)]
      const body = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const next = halves.shift()
            if (next === undefined) {
              controller.close()
              return
            }
            if (halves.length === 0) await released.promise
            controller.enqueue(next)
          },
        },
        { highWaterMark: 0 },
      )
      return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
    },
  }
}
