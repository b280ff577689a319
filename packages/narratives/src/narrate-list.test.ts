import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator } from './__fixtures__/test-narrator.js'

const data = database()

async function countStatements(length: number): Promise<number> {
  let statements = 0
  const counting = data.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await using given = await testNarrator(counting, [plugin('house', house())])
  await given.narrator.narrateList(
    Array.from({ length }, (_, index) => sampleBrief({}, length * 100 + index)),
    ask(),
  )
  return statements
}

describe('a list', () => {
  test('is told by rules what it says already, from the top', async () => {
    const rules = house()
    await using given = await testNarrator(data.db, [plugin('house', rules)])
    const results = await given.narrator.narrateList([sampleBrief({}, 1), sampleBrief({}, 2)], ask())
    expect(results.map((result) => written(result).text)).toEqual(['You played C-Doc 1 times in 2016.', 'You last played C-Doc in March 2018.'])
    expect(rules.calls.map((call) => call.avoid)).toEqual([[], ['You played C-Doc 1 times in 2016.']])
    const again = await given.narrator.narrateList([sampleBrief({}, 1), sampleBrief({}, 2)], ask())
    expect(again.every((result) => written(result).fromCache)).toBe(true)
  })

  test('needs five statements, however long', async () => {
    expect([await countStatements(1), await countStatements(40)]).toEqual([5, 5])
  })

  test('keeps models within their limit', async () => {
    let most = 0
    const model = scripted(
      (request) => [
        start,
        { type: 'pause', milliseconds: 10 },
        ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'),
        end,
      ],
      { maxConcurrency: 2 },
    )
    const watched = Object.create(model, {
      narrate: {
        value: (...parameters: Parameters<typeof model.narrate>) => {
          most = Math.max(most, model.active + 1)
          return model.narrate(...parameters)
        },
      },
    }) as typeof model
    await using given = await testNarrator(data.db, [plugin('model', watched)], { policies: { deadlineMs: 3_000 } })
    const results = await given.narrator.narrateList(
      Array.from({ length: 9 }, (_, index) => sampleBrief({}, index + 1)),
      ask(),
    )
    expect(results.map((result) => written(result).provider)).toEqual(Array.from({ length: 9 }, () => 'model'))
    expect(most).toBe(2)
  })

  test('holds one declined among others', async () => {
    await using given = await testNarrator(data.db, [plugin('house', house())])
    const results = await given.narrator.narrateList([sampleBrief({ evidence: [] }), sampleBrief()], ask())
    expect(results.map((result) => result.type)).toEqual(['declined', 'narrative'])
  })
})
