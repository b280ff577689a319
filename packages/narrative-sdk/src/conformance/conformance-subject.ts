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
  /** Options for the checks with a faulty network, where `config` waits longer than a check can: short timeouts. Default: `config`. */
  readonly networkConfig?: unknown
  /** Longest time until a narrative over a faulty network has failed, in milliseconds. Default: `narrativeMs`. */
  readonly faultMs?: number
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
  readonly faultMs: number
  /** A provider to try; `fresh` is shared with no other check. */
  open(kind?: 'shared' | 'fresh', options?: OpenOptions): Promise<OpenedProvider>
  /** Whether a narrative goes through `host.fetch`; tried once. */
  usesFetch(): Promise<boolean>
}

export interface OpenOptions {
  readonly config?: unknown
  /** Puts something between the plugin and the fetch of its host. */
  readonly fetch?: (inner: typeof fetch) => typeof fetch
}

export interface OpenedProvider extends AsyncDisposable {
  readonly provider: NarrativeProvider
  readonly work: WorkProbe
  /** Requests to narrate that the provider says it can. */
  readonly requests: readonly NarrativeRequest[]
}

/** The promise is about something that this provider does not do. Visible in reports and test runners, never left out. */
export interface NotApplicable {
  readonly notApplicable: string
}

export interface ConformanceCheck {
  readonly name: string
  /** Throws an AssertionError where the promise is broken. */
  run(subject: ConformanceSubject): Promise<NotApplicable | void>
}
