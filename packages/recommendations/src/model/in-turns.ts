/** Long work that can be left off at each `yield`, every few milliseconds, and gone on with. Whoever runs it decides whether others get a turn in between. */
export type Work<Result> = Generator<void, Result, void>

/** How long the thread is kept before others may use it, in milliseconds. */
const TURN_MS = 12
/** Of rows that take about a microsecond each. */
const STRIDE = 2_048

/** Whether it is time for a `yield` in a loop over rows: at every 2,048th. */
export const isStride = (index: number): boolean => index % STRIDE === STRIDE - 1

/** Does the work at a stretch. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Does the work in turns: timers, sockets and other requests get theirs in between. */
export async function inTurns<Result>(work: Work<Result>): Promise<Result> {
  for (let started = performance.now(); ;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - started < TURN_MS) continue
    await new Promise<void>((resolve) => setImmediate(resolve))
    started = performance.now()
  }
}
