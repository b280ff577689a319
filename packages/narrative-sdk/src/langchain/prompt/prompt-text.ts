import type { NarrativeStyle } from '../../request.js'

/**
 * Every word of a prompt, in a file of its own that is named after its version: a test binds the version to the bytes of the file, so that no word changes
 * under the texts that a cache holds. To change a prompt, copy its file to the next number and change the copy.
 */
export interface PromptText {
  /** A part of the cache key. */
  readonly version: string
  /** The same for every request. */
  readonly system: string
  readonly styles: Readonly<Record<NarrativeStyle, string>>
  readonly spoilerFree: string
  readonly headings: {
    readonly guidelines: string
    readonly reason: string
    readonly avoid: string
    readonly refusals: string
    readonly answer: string
  }
}
