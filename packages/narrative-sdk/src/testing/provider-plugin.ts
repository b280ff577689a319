import { z } from 'zod'
import { definePlugin, type NarrativeHost, type NarrativePlugin } from '../plugin.js'
import type { NarrativeProvider } from '../provider.js'

/** A plugin without options around what makes a provider; for fakes. */
export function providerPlugin(key: string, create: (host: NarrativeHost) => NarrativeProvider | Promise<NarrativeProvider>): NarrativePlugin {
  return definePlugin({ key, displayName: key, version: '0.0.0', config: z.strictObject({}), create: async (_config, host) => create(host) })
}
