import type { NarrativeHost, NarrativePlugin } from '@linernotes/narrative-sdk'

/** What a provider asked of its host. */
export interface HostObservations {
  /** Model files by id; null: it is not here. */
  readonly modelFiles: Map<string, string | null>
  /** Servers that were asked, with what came of the last question: a status, or why there was none. */
  readonly endpoints: Map<string, string>
}

/** The same plugin with a host that writes down what it is asked for. */
export function observeHost(plugin: NarrativePlugin): { readonly plugin: NarrativePlugin; readonly seen: HostObservations } {
  const seen: HostObservations = { modelFiles: new Map(), endpoints: new Map() }
  return { seen, plugin: { ...plugin, create: (config, host) => plugin.create(config, watched(host, seen)) } }
}

function watched(host: NarrativeHost, seen: HostObservations): NarrativeHost {
  return {
    ...host,
    async modelFile(id) {
      const file = await host.modelFile(id)
      seen.modelFiles.set(id, file)
      return file
    },
    async fetch(input, init) {
      const { origin } = new URL(input instanceof Request ? input.url : input)
      try {
        const response = await host.fetch(input, init)
        seen.endpoints.set(origin, `answers ${response.status}`)
        return response
      } catch (error) {
        seen.endpoints.set(origin, `cannot be reached: ${innermost(error)}`)
        throw error
      }
    },
  }
}

function innermost(error: unknown): string {
  if (error instanceof Error && error.cause instanceof Error) return innermost(error.cause)
  return error instanceof Error ? error.message || error.name : String(error)
}
