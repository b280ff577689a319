import { createTestDatabase } from '@linernotes/database/testing'
import { openModel, recommend, type RecommendInput } from '../index.js'
import type { HeroWorld } from './hero-world.js'
import { createWorld, listenerId, NOW, type World } from './world.js'

/** A world of its own, and the question what to play for one of its listeners. */
export async function openWorld(world: World, listener: string): Promise<HeroWorld> {
  const test = await createTestDatabase()
  await createWorld(test.db, world)
  const { signal } = new AbortController()
  const model = await openModel(test.db, { signal })
  const ask = (input: Partial<RecommendInput> = {}) =>
    recommend({ db: test.db, model, now: () => NOW, signal }, { listenerId: listenerId(listener), kinds: ['track'], limit: 20, ...input })
  return { db: test.db, model, ask, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}
