import type { NarrativeExample, NarrativeRequest } from '@linernotes/narrative-sdk'

/** What the editors want said, and how: golden examples and guidelines for each request. */
export interface Editorial {
  /** Changes whenever examples or guidelines do: texts written before are old then. */
  readonly version: string
  guide(request: NarrativeRequest): { readonly guidelines?: readonly string[]; readonly examples?: readonly NarrativeExample[] }
}
