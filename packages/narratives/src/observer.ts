import type { NarrativeResult } from './narrative.js'
import type { Attempt } from './pipeline/narrative-job.js'

/** Told of what happens, as it happens: whoever counts it. It must not throw, and is not waited for. */
export interface NarrativeObserver {
  /** A provider tried, whatever came of it; also for texts that are written ahead. */
  attempted(attempt: Attempt): void
  /** Somebody is shown this now. */
  served(result: NarrativeResult): void
}

/** Counts nothing. */
export const unobserved: NarrativeObserver = { attempted: () => undefined, served: () => undefined }
