import type { TadaDocumentNode } from 'gql.tada'
import { createClient } from 'graphql-sse'
import { stringifyDocument } from 'urql'

export interface StreamOptions {
  readonly origin?: string
  /** Called when the gateway takes the subscription; the first result may be long in coming. */
  readonly onConnected?: () => void
  readonly signal: AbortSignal
}

/**
 * Results of a subscription as they come, over GraphQL over SSE. Ends when the gateway completes it; throws what the gateway refuses, and the cause
 * where the connection breaks. Aborting the signal ends it without an error and closes the connection. Nothing is tried again: a reader decides that.
 */
export async function* streamResults<Result, Variables extends Record<string, unknown>>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  { origin = window.location.origin, onConnected, signal }: StreamOptions,
): AsyncGenerator<Result, void, undefined> {
  const client = createClient({ url: `${origin}/graphql/stream`, retryAttempts: 0, on: { connected: () => onConnected?.() } })
  const results = client.iterate<Result>({ query: stringifyDocument(document), variables })
  const stop = () => client.dispose()
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (signal.aborted) return
    for await (const { data, errors } of results) {
      if (errors && errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'))
      if (data) yield data
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    client.dispose()
  }
}
