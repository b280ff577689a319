import { NarrativeError, type NarrativePart, type NarrativeRequest } from '@linernotes/narrative-sdk'
import { createTestHost, type FaultServer, openFaultServer, sampleTrackRequest, type TestHost } from '@linernotes/narrative-sdk/testing'
import plugin from '../index.js'

/** A fault server, a host, and what tests do with them. */
export interface Bench extends AsyncDisposable {
  readonly server: FaultServer
  readonly host: TestHost
  narrate(options: object, request?: NarrativeRequest): Promise<readonly NarrativePart[]>
  /** The error that a narrative with these options ends in. */
  failure(options: object): Promise<NarrativeError>
}

/** What the server's model says about the sample track. */
export const truth = '"Digg It! (7" FunkEdit)" is by C-Doc. You played C-Doc 212 times in 2016.'

export async function openBench(): Promise<Bench> {
  const server = await openFaultServer()
  const host = await createTestHost()
  async function narrate(options: object, request: NarrativeRequest = sampleTrackRequest): Promise<readonly NarrativePart[]> {
    await using provider = await plugin.create(plugin.config.parse(options), host)
    return await Array.fromAsync(provider.narrate(request, { signal: new AbortController().signal }))
  }
  return {
    server,
    host,
    narrate,
    async failure(options) {
      const error = await narrate(options).catch((reason: unknown) => reason)
      if (!NarrativeError.isInstance(error)) throw new Error(`Expected a NarrativeError, got ${String(error)}`)
      return error
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await host[Symbol.asyncDispose]()
    },
  }
}

export function textOf(parts: readonly NarrativePart[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')
}
