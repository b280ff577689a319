import { findRecalls } from '@linernotes/narratives'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aheadPlatforms, type AheadPlatforms } from '../__fixtures__/ahead-platform.js'
import { talkingModel } from '../__fixtures__/talking-model.js'

const options = { style: 'blurb', language: 'en', maxWords: null, seed: null, spoilerFree: true, provider: null, cache: 'prefer' } as const
const signal = (): AbortSignal => AbortSignal.timeout(30_000)

let given: AheadPlatforms
beforeAll(async () => {
  given = await aheadPlatforms(2)
})
afterEach(() => given.clear())
afterAll(() => given[Symbol.asyncDispose]())

test('a recall withdraws at once for every process, writes another text from the same brief, and says who and why', async () => {
  const [first, second] = [talkingModel('model'), talkingModel('other')]
  const desk = await given.open([first.plugin, second.plugin])
  // A second process that has served the text and goes on.
  const running = await given.open([first.plugin, second.plugin])
  const { id } = await given.db.selectFrom('tracks').select('id').where('title', '=', 'Cedar Leaf').executeTakeFirstOrThrow()
  const before = await running.narrateItem(id, null, options, signal())
  if (before.type !== 'narrative') throw new Error(before.message)
  const progress: number[] = []
  const report = await desk.recall(
    { criteria: { artist: 'Cedar Choir' }, by: 'eve', reason: 'a complaint', onProgress: ({ total }) => void progress.push(total) },
    signal(),
  )
  expect(report).toMatchObject({ withdrawn: 1, by: 'eve', narratives: [{ id: before.id, itemId: id, text: before.text }] })
  expect(progress).toEqual([1])
  const after = await running.narrateItem(id, null, options, signal())
  expect(after.type === 'narrative' ? after.text : null).not.toBe(before.text)
  expect(await findRecalls(given.db)).toMatchObject([
    { by: 'eve', reason: 'a complaint', criteria: { artist: 'Cedar Choir' }, withdrawn: 1, regenerated: report.regenerated },
  ])
  expect(await desk.recall({ criteria: { item: 'trk_none' }, by: 'eve', reason: '', onProgress: () => undefined }, signal())).toMatchObject({
    withdrawn: 0,
    open: 0,
  })
})
