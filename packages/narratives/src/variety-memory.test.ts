import { describe, expect, test } from 'vitest'
import { addListener, ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'
import { overlapOf } from './pipeline/overlap.js'

const data = database()

const plays = scripted((request) => [start, ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'), end])
const briefs = (listenerId: string) => Array.from({ length: 40 }, (_, index) => sampleBrief({ listenerId }, index + 1))
const servings = async (listenerId: string): Promise<number> =>
  (await data.db.selectFrom('narrative_servings').select('text').where('listener_id', '=', listenerId).execute()).length

describe('what a listener was shown lately', () => {
  test('is told to the next provider: texts of the list first, then the newest', async () => {
    await addListener(data.db, 'lis_a')
    let now = 1_700_000_000_000
    const rules = house()
    await using given = await testNarrator(data.db, [plugin('model', plays), plugin('house', rules)], {
      order: ['house'],
      now: () => (now += 1_000),
      policies: { deadlineMs: 5_000 },
    })
    await given.narrator.narrate(sampleBrief({}, 1), ask({ provider: 'model' }))
    await given.narrator.narrateList([sampleBrief({}, 2)], ask({ provider: 'model' }))
    await Array.fromAsync(given.narrator.stream(sampleBrief({}, 3), ask({ provider: 'model' })))
    await given.narrator.narrateList([sampleBrief({}, 4), sampleBrief({}, 5)], ask())
    const earlier = [3, 2, 1].map((count) => `You played C-Doc ${count} times in 2016.`)
    expect(rules.calls[0]?.avoid).toEqual(earlier)
    expect(rules.calls.at(-1)?.avoid).toEqual(['You last played C-Doc in March 2018.', ...earlier])
  })

  test('is nothing for another listener, for nobody, or where it was written ahead', async () => {
    await addListener(data.db, 'lis_a')
    await addListener(data.db, 'lis_b')
    const rules = house()
    await using given = await testNarrator(data.db, [plugin('house', rules)])
    await given.narrator.narrate(sampleBrief({}, 1), ask())
    await given.narrator.narrate(sampleBrief({ listenerId: 'lis_b' }, 2), ask({ ahead: true }))
    await given.narrator.narrate(sampleBrief({ listenerId: null }, 3), ask())
    await given.narrator.narrate(sampleBrief({ listenerId: 'lis_gone' }, 4), ask())
    expect(rules.calls.map((call) => call.avoid)).toEqual([[], [], [], []])
    expect([await servings('lis_a'), await servings('lis_b'), await servings('lis_gone')]).toEqual([1, 0, 0])
  })

  test('counts what came from the cache, is kept to the last fifty, and goes with the listener', async () => {
    await addListener(data.db, 'lis_a')
    await addListener(data.db, 'lis_b')
    await using given = await testNarrator(data.db, [plugin('model', plays)], { policies: { maxOverlap: 1, deadlineMs: 5_000 } })
    await given.narrator.narrateList(briefs('lis_a'), ask())
    await given.narrator.narrateList(briefs('lis_b'), ask())
    expect(await servings('lis_b')).toBe(40)
    await given.narrator.narrateList(
      Array.from({ length: 40 }, (_, index) => sampleBrief({}, 100 + index)),
      ask(),
    )
    await given.narrator.narrate(sampleBrief({}, 999), ask())
    expect(await servings('lis_a')).toBeLessThanOrEqual(51)
    await data.db.deleteFrom('listeners').where('id', '=', 'lis_a').execute()
    expect(await servings('lis_a')).toBe(0)
  })
})

const stubborn = () => scripted([start, ...truth, end])

describe('a text that repeats what was said lately', () => {
  const twice = 'You played C-Doc 212 times in 2016.'

  test('is refused once with the reason, and its overlap is in the ledger', async () => {
    await addListener(data.db, 'lis_a')
    const learner = scripted((request) => [start, ...(request.refusals.length > 0 ? sentence('You last played C-Doc in March 2018.', 'F2') : truth), end])
    await using given = await testNarrator(data.db, [plugin('model', learner)])
    expect(written(await given.narrator.narrate(sampleBrief({ itemId: 'trk_1' }), ask())).text).toBe(twice)
    const other = written(await given.narrator.narrate(sampleBrief({ itemId: 'trk_2' }), ask()))
    expect(other).toMatchObject({ text: 'You last played C-Doc in March 2018.', overlap: expect.closeTo(1 / 6) })
    expect(learner.calls.at(-1)?.refusals).toEqual(['it repeats what was said lately: 100 % of its phrases'])
    const ledger = await data.db
      .selectFrom('narrative_usage')
      .select(['outcome', 'overlap'])
      .where('item_id', '=', 'trk_2')
      .orderBy('overlap', 'desc')
      .execute()
    expect(ledger).toEqual([
      { outcome: 'refused', overlap: 1 },
      { outcome: 'published', overlap: expect.closeTo(1 / 6) },
    ])
  })

  test('is better than none', async () => {
    await addListener(data.db, 'lis_a')
    const alone = stubborn()
    await using given = await testNarrator(data.db, [plugin('model', alone)])
    await given.narrator.narrate(sampleBrief({ itemId: 'trk_1' }), ask())
    expect(written(await given.narrator.narrate(sampleBrief({ itemId: 'trk_2' }), ask()))).toMatchObject({ provider: 'model', text: twice, overlap: 1 })
    expect(alone.calls).toHaveLength(3)
  })

  // Two items of one list, written side by side by a model on this machine, were told in the same words.
  test('word for word is left to the next provider, in one list and after it', async () => {
    await addListener(data.db, 'lis_a')
    const model = stubborn()
    await using given = await testNarrator(data.db, [plugin('model', model), plugin('house', house())])
    const list = (await given.narrator.narrateList([sampleBrief({ itemId: 'trk_1' }), sampleBrief({ itemId: 'trk_2' })], ask())).map(written)
    // Side by side: which of them is written down first, and which repeats it, is open.
    expect(list.map(({ provider }) => provider).toSorted()).toEqual(['house', 'model'])
    const other = list.find(({ provider }) => provider === 'house')
    expect(other?.fallbackReason).toBe('model: refused: it repeats what was said lately: 100 % of its phrases')
    expect(written(await given.narrator.narrate(sampleBrief({ itemId: 'trk_3' }), ask())).provider).toBe('house')
  })

  test('word for word is not in one list, where two were written at the same moment', async () => {
    await addListener(data.db, 'lis_a')
    const model = scripted([start, { type: 'pause', milliseconds: 20 }, ...truth, end])
    await using given = await testNarrator(data.db, [plugin('model', model), plugin('house', house())], { policies: { deadlineMs: 5_000 } })
    const list = await given.narrator.narrateList([sampleBrief({ itemId: 'trk_1' }), sampleBrief({ itemId: 'trk_2' })], ask())
    expect(new Set(list.map((each) => written(each).text)).size).toBe(2)
  })

  // Each was written for a list of its own, and the cache put them side by side.
  test('word for word is not in one list, where both come from the cache', async () => {
    for (const listener of ['lis_a', 'lis_b', 'lis_c']) await addListener(data.db, listener)
    await using given = await testNarrator(data.db, [plugin('model', stubborn()), plugin('house', house())], { policies: { deadlineMs: 5_000 } })
    for (const [listener, item] of [
      ['lis_b', 'trk_1'],
      ['lis_c', 'trk_2'],
    ] as const)
      expect(written(await given.narrator.narrate(sampleBrief({ listenerId: listener, itemId: item }), ask())).text).toBe(twice)
    const both = ['trk_1', 'trk_2'].map((itemId) => sampleBrief({ itemId }))
    const list = (await given.narrator.narrateList(both, ask())).map(written)
    expect(list.map(({ text, fromCache }) => [text, fromCache])).toEqual([
      [twice, true],
      ['You last played C-Doc in March 2018.', false],
    ])
    expect((await given.narrator.narrateList(both, ask())).map((each) => written(each).text)).toEqual(list.map(({ text }) => text))
  })

  test('is tried with other seeds by rules', async () => {
    await addListener(data.db, 'lis_a')
    const rules = scripted((request) => [start, ...((request.seed ?? 0) < 2 ? truth : sentence('You last played C-Doc in March 2018.', 'F2')), end], {
      realisation: 'rules',
    })
    await using given = await testNarrator(data.db, [plugin('house', rules)])
    await given.narrator.narrate(sampleBrief({ itemId: 'trk_1' }), ask())
    expect(written(await given.narrator.narrate(sampleBrief({ itemId: 'trk_2' }), ask())).text).toBe('You last played C-Doc in March 2018.')
    expect(rules.calls.map((call) => call.seed)).toEqual([null, null, 1, 2])
  })
})

test('overlap is the share of three words in a row; names do not count', () => {
  const heard = ['You played C-Doc 7 times in 2014.']
  expect(overlapOf('You played C-Doc 7 times in 2014.', heard, [])).toBe(1)
  expect(overlapOf('Nothing here was said before.', heard, [])).toBe(0)
  expect(overlapOf('Next is Mondeo by Keyboard Rebel.', ['Mondeo by Keyboard Rebel again.'], [])).toBe(0.5)
  expect(overlapOf('Next is Mondeo by Keyboard Rebel.', ['Mondeo by Keyboard Rebel again.'], ['Mondeo by Keyboard Rebel'])).toBe(0)
  expect(overlapOf('Anything.', [], [])).toBeNull()
})
