import { streamResults } from '../api/stream'
import { followDj } from './dj-documents'
import type { DjEvent } from './dj-view'

/** How the page hangs on the session. */
export type Connection = 'connecting' | 'following' | 'offline' | 'trying-again'

export interface FollowOptions {
  readonly onEvent: (event: DjEvent) => void
  readonly onConnection: (connection: Connection) => void
  readonly signal: AbortSignal
}

const PAUSES_MS = [400, 800, 1_600, 3_000, 5_000]

/**
 * Follows a session until it ends. After a cut, a restart of the server or a time without network it continues behind the last event that came. Rejects with what the
 * gateway refuses, such as a session that is not there.
 */
export async function followSession(id: string, { onEvent, onConnection, signal }: FollowOptions): Promise<void> {
  let last: number | null = null
  let failures = 0
  while (!signal.aborted) {
    const cut = new AbortController()
    const onOffline = (): void => cut.abort()
    window.addEventListener('offline', onOffline)
    try {
      if (!navigator.onLine) await untilOnline(signal, onConnection)
      onConnection(failures === 0 ? 'connecting' : 'trying-again')
      const onConnected = (): void => {
        failures = 0
        onConnection('following')
      }
      const results = streamResults(followDj, { id, resumeAfterSeq: last }, { onConnected, signal: AbortSignal.any([signal, cut.signal]) })
      for await (const { djSession: event } of results) {
        last = Math.max(last ?? -1, event.seq)
        onEvent(event)
        if (event.__typename === 'DjSession' && event.state === 'ENDED') return
      }
    } catch (error) {
      if (error instanceof Error && /there is no DJ session|resumeAfterSeq/.test(error.message)) throw error
    } finally {
      window.removeEventListener('offline', onOffline)
    }
    if (signal.aborted) return
    if (navigator.onLine) {
      onConnection('trying-again')
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0, signal)
    }
    failures += 1
  }
}

async function untilOnline(signal: AbortSignal, onConnection: (connection: Connection) => void): Promise<void> {
  onConnection('offline')
  await new Promise<void>((resolve) => {
    window.addEventListener('online', () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
