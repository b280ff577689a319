import { openDj, type Dj } from '@linernotes/dj'
import type { Platform } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'

/** The DJ of this process, on the real clock. */
export async function composeDj(platform: Platform, speaker: Speaker | null): Promise<Dj> {
  return await openDj({
    platform,
    speaker,
    understand: async () => ({ operations: [], understood: [], refused: ['wip'] }),
    now: platform.now,
    random: Math.random,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
    log: platform.log,
  })
}
