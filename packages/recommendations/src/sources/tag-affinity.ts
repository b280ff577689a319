import { forEachInRow } from '../model/compressed-rows.js'
import type { Snapshot } from '../model/snapshot.js'

export interface TagAffinity {
  /** Cosine between the listener's tags and the release's, 0 to 1. */
  readonly cosine: number
  /** The tag that adds most to it; null where none is shared. */
  readonly tag: number | null
}

/** How near a release's tags are to the listener's: cosine of tf-idf vectors (Salton and Buckley 1988). */
export function tagAffinity({ catalogue }: Snapshot, tags: Float32Array, release: number): TagAffinity {
  let product = 0
  let squares = 0
  let tag: number | null = null
  let most = 0
  forEachInRow(catalogue.releaseTags, release, (column, strength) => {
    const weight = strength * catalogue.tagRarity[column]!
    const term = weight * tags[column]!
    squares += weight * weight
    product += term
    if (term > most) {
      most = term
      tag = column
    }
  })
  return { cosine: squares === 0 ? 0 : product / Math.sqrt(squares), tag }
}
