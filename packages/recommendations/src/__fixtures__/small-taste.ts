import { addTriplet, compressRows, emptyTriplets, type CompressedRows } from '../model/compressed-rows.js'
import { seededChance } from '../seeded-chance.js'
import type { FoldIn, TrainingData, TrainOptions } from '../ranking-models/ranking-model.js'

/** Users who mostly play items of their own group: a world small enough to train any model in milliseconds. */
export function smallTaste(seed: number, users = 40, items = 24, groups = 3): TrainingData {
  const { random } = seededChance(seed)
  const plays = emptyTriplets()
  const tags = emptyTriplets()
  const friends = emptyTriplets()
  for (let user = 0; user < users; user++) {
    for (let item = 0; item < items; item++) {
      const near = user % groups === item % groups
      if (random() < (near ? 0.5 : 0.08)) addTriplet(plays, user, item, 1 + Math.floor(random() * 200))
    }
    addTriplet(friends, user, (user + groups) % users, 1)
  }
  for (let item = 0; item < items; item++) {
    addTriplet(tags, item, item % groups, 1 + Math.floor(random() * 5))
    addTriplet(tags, item, groups + (item % 2), 1)
  }
  return { interactions: compressRows(users, items, plays), itemTags: compressRows(items, groups + 2, tags), friends: compressRows(users, users, friends) }
}

export const quietly: TrainOptions = { seed: 7, signal: new AbortController().signal }

/** The history of a user as a listener to fold in. */
export function listenerOf(interactions: CompressedRows, user: number): FoldIn {
  const [from, to] = [interactions.offsets[user]!, interactions.offsets[user + 1]!]
  return { items: interactions.columns.slice(from, to), weights: interactions.values.slice(from, to), friends: [] }
}
