import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeClock } from './fake-clock.js'
import type { PassTime } from './run-sessions.js'

/** Real time after which something is wrong. */
const PATIENCE_MS = 30_000
const AHEAD = 3

/** The clock moves on when nothing but the clock is waited for: the talk is settled, or its provider hangs. */
export function passFakeTime(clock: FakeClock, hanging: () => number): { readonly movedAt: () => number; readonly passTime: PassTime } {
  let movedAt = performance.now()
  return {
    movedAt: () => movedAt,
    async passTime(session, position) {
      const begun = performance.now()
      const isIdle = async (): Promise<boolean> =>
        (await session.movedTo()) === position && session.segmentAt(position + AHEAD) !== null && (session.isSettled(position + 1) || hanging() > 0)
      while (session.position() === position) {
        if (performance.now() - begun > PATIENCE_MS) throw new Error(`position ${position}: nothing moved for ${PATIENCE_MS / 1000} s`)
        if (await isIdle()) {
          movedAt = performance.now()
          clock.step()
        } else await sleep(1)
      }
    },
  }
}

/** The clock moves by itself. */
export function passRealTime(signal: AbortSignal): PassTime {
  return async (session, position) => {
    while (session.position() === position) await sleep(50, undefined, { signal })
  }
}
