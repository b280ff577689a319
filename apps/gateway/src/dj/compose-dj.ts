import { randomUUID } from 'node:crypto'
import { openDj, understandRequest, type After, type Dj } from '@linernotes/dj'
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
    after,
    // A server database may have several servers; a data directory has one.
    among: platform.database.kind === 'served' ? { server: randomUUID(), after } : null,
    log: platform.log,
  })
}

const after: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}
