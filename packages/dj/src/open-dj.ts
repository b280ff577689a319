import type { Dj } from './dj.js'
import type { DjOptions } from './dj-options.js'
import { DjEngine } from './dj-engine.js'

/** Opens the DJ: sessions that were live go on. Disposal keeps them for the next time. */
export async function openDj(options: DjOptions): Promise<Dj> {
  const engine = new DjEngine(options)
  await engine.open()
  return engine
}
