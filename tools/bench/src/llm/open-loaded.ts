import { setTimeout as sleep } from 'node:timers/promises'
import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import { listenerRequest } from './listeners.js'
import { openProvider } from './llama-local.js'

/** The provider with its model in memory, and nothing read yet: the narrative that made it load was stopped before its turn. */
export async function openLoaded(options: object, stateDirectory: string, modelPath: string): Promise<NarrativeProvider> {
  const controller = new AbortController()
  const stop = new Error('loading has begun')
  const provider = await openProvider(
    { ...options, model: 'measured' },
    {
      log: (event) => void (event === 'llama-local.start' && controller.abort(stop)),
      fetch,
      now: Date.now,
      stateDirectory,
      modelFile: async () => modelPath,
      provider: () => Promise.reject(new Error('there is no other provider in this benchmark')),
    },
  )
  try {
    await Array.fromAsync(provider.narrate(listenerRequest(0), { signal: controller.signal }))
  } catch (error) {
    if (error !== stop) throw error
  }
  while ((await provider.health({ signal: new AbortController().signal })).state === 'warming') await sleep(5)
  return provider
}
