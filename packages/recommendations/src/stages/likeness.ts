import { forEachInRow, type CompressedRows } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Snapshot } from '../model/snapshot.js'

/** What an item is about: its release's tags or its topics by rarity, of length 1; empty where nothing is known. Tags have keys of their own, below those of topics. */
export type Description = ReadonlyMap<number, number>

export function describe(item: number, { catalogue, topics }: Snapshot): Description {
  const description = new Map<number, number>()
  const add = (rows: CompressedRows, row: number, rarity: Float32Array, firstKey: number) =>
    forEachInRow(rows, row, (column, strength) => description.set(firstKey + column, strength * rarity[column]!))
  const release = catalogue.itemRelease[item]!
  if (release !== NONE) add(catalogue.releaseTags, release, catalogue.tagRarity, 0)
  else add(topics.itemTopics, item, topics.topicRarity, catalogue.tags.size)
  const length = Math.sqrt([...description.values()].reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? new Map() : new Map([...description].map(([key, value]) => [key, value / length]))
}

/** Cosine of two descriptions, 0 to 1. */
export function likeness(one: Description, other: Description): number {
  let product = 0
  for (const [key, value] of one) product += value * (other.get(key) ?? 0)
  return product
}
