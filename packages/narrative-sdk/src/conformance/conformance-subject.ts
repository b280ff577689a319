import type { NarrativeErrorCode } from '../error.js'
import type { NarrativeHost, NarrativePlugin } from '../plugin.js'
import type { NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'

/** What the kit is told about the plugin under test. */
export interface ConformanceOptions {
  /** Options as an operator writes them. Default: none. */
  readonly config?: unknown
  /** A host; what it leaves behind is the test's. Default: one of `createTestHost`. */
  readonly host?: () => NarrativeHost | Promise<NarrativeHost>
  /** Default: `sampleRequests`, as far as the capabilities go. */
  readonly requests?: readonly NarrativeRequest[]
  /** Where the work is done, if not through `host.fetch`: without it nobody can see whether it stops. */
  readonly work?: WorkProbe
  /** Backends that fail, and the code that the plugin should make of each. */
  readonly failures?: readonly { readonly name: string; readonly config?: unknown; readonly code: NarrativeErrorCode }[]
  /** Longest time for one narrative, in milliseconds. Default 5,000. */
  readonly narrativeMs?: number
  /** Longest time between an abort or break and the end of the work, in milliseconds. Default 2,000. */
  readonly stopMs?: number
}

export interface WorkProbe {
  /** Pieces of work that have begun, ever. Health checks are none. */
  started(): number
  /** Pieces of work that go on right now. */
  active(): number
}

/** A plugin under test. */
export interface ConformanceSubject {
  readonly plugin: NarrativePlugin
  readonly options: ConformanceOptions
  readonly narrativeMs: number
  readonly stopMs: number
  /** A provider to try; `fresh` is shared with no other check. */
  open(kind?: 'shared' | 'fresh', config?: unknown): Promise<OpenedProvider>
}

export interface OpenedProvider extends AsyncDisposable {
  readonly provider: NarrativeProvider
  readonly work: WorkProbe
  /** Requests to narrate that the provider says it can. */
  readonly requests: readonly NarrativeRequest[]
}

export interface ConformanceCheck {
  readonly name: string
  /** Throws an AssertionError where the promise is broken. */
  run(subject: ConformanceSubject): Promise<void>
}
