import { Client, fetchExchange } from 'urql'

/** After so long the reader is told that nobody answers; the slowest narrators have given way to the house narrator long before. */
const DEADLINE_MS = 45_000

/** The API of the gateway that serves this page. Nothing is cached here: the gateway does, and what a page holds it holds in its state. */
export function createApiClient(origin: string, fetch: typeof globalThis.fetch): Client {
  return new Client({
    url: `${origin}/graphql`,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: (input, init) => fetch(input, { ...init, signal: withDeadline(init?.signal) }),
  })
}

function withDeadline(signal: AbortSignal | null | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  return signal ? AbortSignal.any([signal, deadline]) : deadline
}
