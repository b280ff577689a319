import type { VoiceStatus } from './speaker.js'
import type { SpeechHealth, SpeechProvider } from './speech-provider.js'

const HEALTH_MS = 3_000

/** How each provider is; one that does not answer is down. */
export async function askVoices(providers: readonly SpeechProvider[], signal: AbortSignal): Promise<readonly VoiceStatus[]> {
  return await Promise.all(
    providers.map(async (provider) => {
      const { key, displayName } = provider
      return { key, displayName, ...(await healthOf(provider, signal)) }
    }),
  )
}

async function healthOf(provider: SpeechProvider, signal: AbortSignal): Promise<SpeechHealth> {
  const deadline = AbortSignal.timeout(HEALTH_MS)
  const late = new Promise<SpeechHealth>((resolve) =>
    deadline.addEventListener('abort', () => resolve({ state: 'down', detail: 'it does not say how it is' }), { once: true }),
  )
  try {
    return await Promise.race([provider.health({ signal: AbortSignal.any([signal, deadline]) }), late])
  } catch (error) {
    signal.throwIfAborted()
    return { state: 'down', detail: error instanceof Error ? error.message : String(error) }
  }
}
