import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, NOW, releaseId, trackId } from '../__fixtures__/world.js'
import { readSnapshot, type Snapshot } from '../model/snapshot.js'
import { profileOfSeeds } from '../profile/profile-of-seeds.js'
import { tagAffinity } from './tag-affinity.js'

let opened: TestDatabase
let snapshot: Snapshot

beforeAll(async () => {
  opened = await createTestDatabase()
  await createWorld(opened.db, {
    releases: [
      { title: 'Seed', artist: 'One', tags: ['jazz', 'live'] },
      { title: 'Twin', artist: 'Two', tags: ['jazz', 'live'] },
      { title: 'Half', artist: 'Three', tags: ['live', 'punk'] },
      { title: 'Other', artist: 'Four', tags: ['punk'] },
      { title: 'Bare', artist: 'Five' },
    ],
  })
  snapshot = await readSnapshot(opened.db, new AbortController().signal)
})
afterAll(() => opened[Symbol.asyncDispose]())

test('nearness is the cosine of tf-idf vectors, by the tag that adds most to it', () => {
  const { tags } = profileOfSeeds(snapshot, [trackId('Seed', 1)], [], NOW)
  const affinity = (title: string) => {
    const { cosine, tag } = tagAffinity(snapshot, tags, snapshot.catalogue.releases.numberOf(releaseId(title))!)
    return { cosine, tag: tag === null ? null : snapshot.catalogue.tags.stringOf(tag) }
  }
  // Five releases; jazz and punk are on two of them, live on three.
  const [rare, common] = [Math.log(5 / 2), Math.log(5 / 3)]
  expect(affinity('Twin')).toEqual({ cosine: expect.closeTo(1, 6), tag: 'jazz' })
  expect(affinity('Half')).toEqual({ cosine: expect.closeTo(common ** 2 / (rare ** 2 + common ** 2), 6), tag: 'live' })
  expect(affinity('Other')).toEqual({ cosine: 0, tag: null })
  expect(affinity('Bare')).toEqual({ cosine: 0, tag: null })
})
