import type { Platform } from '@linernotes/serving'
import type { After } from './dj-options.js'
import type { GateManner } from './gate.js'
import { within } from './within.js'

/** Pieces of work at the same time: more would only stand before those who ask for lists; beside them, one by one. */
const AT_ONCE = 2
const BESIDE_OTHERS = 1
/** What somebody waits for stands back for so long, and what they will hear in some minutes for longer. */
const URGENT_MS = 50
const PATIENT_MS = 500

/** How sessions share one thread and one connection with everybody who asks for a list: a piece of work lets them go first, and not for ever. */
export function standBackFor({ foreground }: Pick<Platform, 'foreground'>, after: After): GateManner {
  return {
    width: () => (foreground.isBusy ? BESIDE_OTHERS : AT_ONCE),
    standBack: (isUrgent, signal) => within(after, isUrgent ? URGENT_MS : PATIENT_MS, signal, foreground.idle()),
  }
}
