/** Counts the work that a fake reports. */
export function workCounter(): { started(): number; active(): number; onWork(change: 'started' | 'stopped'): void } {
  let started = 0
  let active = 0
  return {
    started: () => started,
    active: () => active,
    onWork(change) {
      if (change === 'started') started += 1
      active += change === 'started' ? 1 : -1
    },
  }
}

