import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NarrativeError } from '../error.js'
import type { NarrativeHost } from '../plugin.js'
import type { NarrativeProvider } from '../provider.js'

export interface TestHost extends NarrativeHost, AsyncDisposable {
  /** Everything that was logged, in order. */
  readonly logged: readonly { readonly event: string; readonly data: object | undefined }[]
}

/** A host with a state folder of its own, which goes with it. Other providers and model files are what the test says. */
export async function createTestHost(
  options: {
    readonly fetch?: typeof fetch
    readonly now?: () => number
    readonly providers?: Readonly<Record<string, NarrativeProvider>>
    /** Id to path. */
    readonly modelFiles?: Readonly<Record<string, string>>
  } = {},
): Promise<TestHost> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'narrative-host-'))
  const logged: { event: string; data: object | undefined }[] = []
  return {
    logged,
    stateDirectory,
    log: (event, data) => void logged.push({ event, data }),
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    modelFile: async (id) => options.modelFiles?.[id] ?? null,
    provider: async (key) => {
      const provider = options.providers?.[key]
      if (provider === undefined) throw new NarrativeError('misconfigured', `There is no provider ${JSON.stringify(key)} in this test`)
      return provider
    },
    [Symbol.asyncDispose]: () => rm(stateDirectory, { recursive: true, force: true }),
  }
}
