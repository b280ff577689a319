import { openDj, understandRequest, type Dj } from '@linernotes/dj'
import type { Platform } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'

/** The DJ of this process, on the real clock. */
export async function composeDj(platform: Platform, speaker: Speaker | null): Promise<Dj> {
  return await openDj({
    platform,
    speaker,
    understand: (context, request) =>
      understandRequest(
        { ...context, interpret: (words, schema, signal) => platform.narrator.interpret({ words, schema }, { provider: context.provider, signal }) },
        request,
      ),
    now: platform.now,
    random: Math.random,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
    log: platform.log,
  })
}
