/** What became of one check. */
export interface ConformanceResult {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'not-applicable'
  /** Why it failed, or does not apply; null: it passed. */
  readonly detail: string | null
  readonly milliseconds: number
}

/** All checks of a plugin, in their order; JSON as it stands. */
export interface ConformanceReport {
  readonly contract: string
  readonly plugin: string
  readonly version: string
  /** No check failed. */
  readonly passed: boolean
  readonly counts: { readonly passed: number; readonly failed: number; readonly notApplicable: number }
  readonly checks: readonly ConformanceResult[]
}
