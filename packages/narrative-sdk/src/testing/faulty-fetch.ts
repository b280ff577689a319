import { chatFetch, chatRequestOf, signalOf } from './chat-fetch.js'
import { type NetworkFault, networkFaults } from './network-fault.js'

/**
 * A fetch whose POSTs go wrong in one way; everything else reaches `inner`. What the backend would say is asked of `inner`, too; where that gives no
 * answer, an OpenAI-compatible endpoint is assumed.
 */
export function faultyFetch(kind: NetworkFault, inner: typeof fetch = chatFetch()): typeof fetch {
  return async (input, init) => {
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    if (method.toUpperCase() !== 'POST') return inner(input, init)
    const signal = signalOf(input, init)
    signal?.throwIfAborted()
    return networkFaults[kind]({
      chat: await chatRequestOf(input, init),
      url: input instanceof Request ? input.url : String(input),
      redirect: init?.redirect ?? (input instanceof Request ? input.redirect : 'follow'),
      signal,
      async good() {
        const response = await inner(input, init).then(
          (answer) => (answer.ok ? answer : chatFetch()(input, init)),
          (error: unknown) => {
            signal?.throwIfAborted()
            return error instanceof TypeError ? chatFetch()(input, init) : Promise.reject(error)
          },
        )
        return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type') ?? 'application/json' }
      },
    })
  }
}
