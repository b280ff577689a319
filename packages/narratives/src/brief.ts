import type { Evidence } from '@linernotes/catalog'
import type { ItemKind, NarrativeStyle } from '@linernotes/narrative-sdk'
import type { AppliedGuidelines } from './safety/apply-guidelines.js'

/** What the product wants narrated: an item, why it was chosen, and the evidence that may be claimed. */
export interface Brief {
  readonly itemId: string
  readonly kind: ItemKind
  /** null: for nobody in particular. Providers never see it. */
  readonly listenerId: string | null
  readonly style: NarrativeStyle
  /** BCP 47. */
  readonly language: string
  readonly maxWords: number
  readonly spoilerFree: boolean
  readonly seed: number | null
  readonly item: { readonly title: string; readonly by: string }
  readonly reasons: readonly { readonly code: string; readonly weight: number; readonly evidenceIds: readonly string[] }[]
  readonly evidence: readonly Evidence[]
  readonly passages: readonly Evidence[]
  /** What the editors ask for, for this topic and market; left out: nothing. `applyGuidelines` writes it. */
  readonly guidelines?: AppliedGuidelines
}
