import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator } from './__fixtures__/test-narrator.js'

const data = database()

/** Each narrator stands for a process: they share nothing but the database. */
const slow = () =>
  scripted((request) => [
    start,
    { type: 'pause', milliseconds: 60 },
    ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'),
    end,
  ])
const policies = { deadlineMs: 5_000, maxOverlap: 1 }

describe('two processes on one database', () => {
  test('write what both are asked for once', async () => {
    const [left, right] = [slow(), slow()]
    await using one = await testNarrator(data.db, [plugin('model', left), plugin('house', house())], { policies })
    await using two = await testNarrator(data.db, [plugin('model', right), plugin('house', house())], { policies })
    const briefs = [1, 2, 3].map((plays) => sampleBrief({}, plays))
    const lists = await Promise.all([
      one.narrator.narrateList(briefs, ask()),
      two.narrator.narrateList(briefs, ask()),
      two.narrator.narrate(briefs[1] as never, ask()),
    ])
    expect(left.calls.length + right.calls.length).toBe(3)
    expect(lists.flat().map((result) => written(result).provider)).toEqual(Array.from({ length: 7 }, () => 'model'))
    expect(await data.db.selectFrom('narratives').select('id').execute()).toHaveLength(3)
  })

  test('do not wait for one that died', async () => {
    const survivor = slow()
    await data.db.deleteFrom('narrative_generations').execute()
    await using first = await testNarrator(data.db, [plugin('model', slow())], { policies })
    await first.narrator.narrate(sampleBrief({}, 1), ask())
    // As a process leaves it that was killed in the middle.
    await data.db.deleteFrom('narratives').execute()
    await data.db
      .updateTable('narrative_generations')
      .set({ holder: 'gone', until: new Date(Date.now() + 300) })
      .execute()
    await using second = await testNarrator(data.db, [plugin('model', survivor), plugin('house', house())], { policies })
    expect(written(await second.narrator.narrate(sampleBrief({}, 1), ask())).provider).toBe('model')
    expect(survivor.calls).toHaveLength(1)
  })
})
