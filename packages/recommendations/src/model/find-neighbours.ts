import { forEachInRow, type CompressedRows } from './compressed-rows.js'
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

/** What two creators have in common before anything is divided: pairs are found once and asked often, by listeners who leave themselves out. */
interface Pair {
  readonly creator: number
  readonly product: number
  readonly shared: number
}
const found = new WeakMap<CompressedRows, Map<string, readonly Pair[]>>()

/**
 * Neighbours of a creator: cosine between their rows of damped plays (item-based collaborative filtering, Sarwar, Karypis, Konstan
 * and Riedl, WWW 2001), shrunk by n / (n + SHRINKAGE) where n listeners are shared (Bell and Koren, ICDM 2007), most similar first.
 * Pairs with fewer than `minimumShared` listeners are left out. Who is left out of the audience counts nowhere.
 */
export function findNeighbours(audience: AudienceIndex, creator: number, minimumShared: number, limit: number): readonly Neighbour[] {
  const own = audience.leftOut.get(creator) ?? 0
  const length = Math.sqrt(audience.creatorLength[creator]! ** 2 - own ** 2)
  const neighbours: Neighbour[] = []
  for (const { creator: other, product, shared } of pairsOf(audience, creator, minimumShared)) {
    const otherOwn = audience.leftOut.get(other) ?? 0
    const sharedListeners = shared - Number(own > 0 && otherOwn > 0)
    if (sharedListeners < minimumShared) continue
    const cosine = (product - own * otherOwn) / (length * Math.sqrt(audience.creatorLength[other]! ** 2 - otherOwn ** 2))
    // In single precision: what is the same up to rounding is the same.
    neighbours.push({ creator: other, similarity: Math.fround((cosine * sharedListeners) / (sharedListeners + SHRINKAGE)), sharedListeners })
  }
  return neighbours.toSorted((a, b) => b.similarity - a.similarity || a.creator - b.creator).slice(0, limit)
}

function pairsOf(audience: AudienceIndex, creator: number, minimumShared: number): readonly Pair[] {
  const known = found.get(audience.creatorListeners) ?? new Map<string, readonly Pair[]>()
  found.set(audience.creatorListeners, known)
  const key = `${creator} ${minimumShared}`
  const pairs = known.get(key) ?? findPairs(audience, creator, minimumShared)
  known.set(key, pairs)
  return pairs
}

function findPairs(audience: AudienceIndex, creator: number, minimumShared: number): readonly Pair[] {
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
  return [...dots].flatMap(([other, { product, shared }]) => (shared < minimumShared ? [] : [{ creator: other, product, shared }]))
}
