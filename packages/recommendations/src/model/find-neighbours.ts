import { forEachInRow } from './compressed-rows.js'
import type { AudienceIndex } from './audience-index.js'

/** A creator that shares listeners with another. */
export interface Neighbour {
  readonly creator: number
  readonly similarity: number
  /** Distinct listeners of both. */
  readonly sharedListeners: number
}

/** Shared listeners at which half of the cosine is believed. */
const SHRINKAGE = 10

/**
 * Neighbours of a creator: cosine between their rows of damped plays (item-based collaborative filtering, Sarwar, Karypis, Konstan
 * and Riedl, WWW 2001), shrunk by n / (n + SHRINKAGE) where n listeners are shared (Bell and Koren, ICDM 2007), most similar first.
 * Pairs with fewer than `minimumShared` listeners are left out.
 */
export function findNeighbours(audience: AudienceIndex, creator: number, minimumShared: number, limit: number): readonly Neighbour[] {
  const dots = new Map<number, { product: number; shared: number }>()
  forEachInRow(audience.creatorListeners, creator, (listener, weight) => {
    forEachInRow(audience.listenerCreators, listener, (other, otherWeight) => {
      if (other === creator) return
      const entry = dots.get(other)
      if (entry === undefined) dots.set(other, { product: weight * otherWeight, shared: 1 })
      else {
        entry.product += weight * otherWeight
        entry.shared++
      }
    })
  })
  const length = audience.creatorLength[creator]!
  const neighbours: Neighbour[] = []
  for (const [other, { product, shared }] of dots) {
    if (shared < minimumShared) continue
    const cosine = product / (length * audience.creatorLength[other]!)
    neighbours.push({ creator: other, similarity: (cosine * shared) / (shared + SHRINKAGE), sharedListeners: shared })
  }
  return neighbours.toSorted((a, b) => b.similarity - a.similarity || a.creator - b.creator).slice(0, limit)
}
