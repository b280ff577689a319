import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import type { PlatformOptions } from '@linernotes/serving'

/** The configuration as it is; or, with a faulty narrator, the house narrator behind it and nobody else. */
export async function openSimConfig(config: PlatformOptions['config'], faulty: NarrativePlugin | null): Promise<PlatformOptions['config']> {
  if (faulty === null) return config
  const loaded = await Promise.all(config.providers.map(async (load) => (typeof load === 'function' ? (await load()).default : load)))
  const house = loaded.find(({ key }) => key === 'house-narrator')
  if (house === undefined) throw new Error('linernotes.config.ts names no house-narrator')
  const order = [faulty.key, house.key]
  return {
    ...config,
    providers: [async () => ({ default: house }), async () => ({ default: faulty })],
    narratives: {},
    order: { track: order, episode: order },
  }
}
