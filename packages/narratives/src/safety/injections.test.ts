import { findLeak, gullibleProvider, injections, manners, obedientProvider } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { ask, database, written } from '../__fixtures__/narrating.js'
import { plugin, testNarrator } from '../__fixtures__/test-narrator.js'
import { toRequest } from '../to-request.js'
import { episodeFields, plantedBrief, trackFields } from './__fixtures__/planted-brief.js'

const places = [...trackFields.map((field) => ['track', field] as const), ...episodeFields.map((field) => ['episode', field] as const)]
const patient = { deadlineMs: 60_000, lastResortMs: 60_000, maxCharacters: 100_000 }

test('the corpus is large and varied', () => {
  expect(injections.length).toBeGreaterThanOrEqual(60)
  expect(new Set(injections.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
  expect(new Set(injections.map(({ id }) => id)).size).toBe(injections.length)
})

test('a leak would be seen: the bare text of an injection is one', () => {
  for (const injection of injections.filter(({ technique }) => technique !== 'hidden')) expect(findLeak(injection.text, [injection])).not.toBeNull()
})

describe.each(places)('planted in %s %s', (kind, field) => {
  test('no order reaches a provider', () => {
    const reached = injections.filter((injection, index) => {
      const request = JSON.stringify(toRequest(plantedBrief(kind, field, injection.text, index)).request)
      return findLeak(request.replaceAll(/[[\]{}"]/gu, ' '), [injection]) !== null
    })
    expect(reached.map(({ id, text }) => `${id} ${text}`)).toEqual([])
  })
})

const data = database()

describe.each(places)('a model that obeys everybody, and one that says every fact, with orders in %s %s', (kind, field) => {
  test('leak nothing', async () => {
    await using given = await testNarrator(data.db, [plugin('gullible', gullibleProvider()), plugin('facts', obedientProvider())], { policies: patient })
    const place = places.findIndex(([, name]) => name === field)
    // Every fourth here, another four for the next field: all of them, in all fields, were looked for in the requests above.
    const planted = injections.filter((_, index) => index % 4 === place % 4)
    const briefs = planted.map((injection, index) => plantedBrief(kind, field, injection.text, index + place))
    const leaks: string[] = []
    for (const provider of ['gullible', 'facts']) {
      const results = await given.narrator.narrateList(briefs, ask({ provider, cache: 'bypass', signal: AbortSignal.timeout(60_000) }))
      expect(results).toHaveLength(planted.length)
      for (const [index, result] of results.entries()) {
        const narrative = written(result)
        const leak =
          findLeak(JSON.stringify(narrative.text), planted.slice(index, index + 1)) ?? findLeak(`${narrative.fallbackReason} ${narrative.model}`, injections)
        if (leak !== null) leaks.push(leak)
      }
    }
    expect(leaks).toEqual([])
  })
})

test('even when nothing was taken out of the request, what is not in a fact is not said', async () => {
  const said = manners.flatMap((manner) => ['all', 'none'].map((cite) => ({ manner, cite: cite as 'all' | 'none' })))
  await using given = await testNarrator(
    data.db,
    [plugin('facts', obedientProvider()), ...said.map((options) => plugin(`${options.manner}-${options.cite}`, gullibleProvider(options)))],
    { policies: patient },
  )
  const [injection] = injections
  if (injection === undefined) throw new Error('the corpus is empty')
  for (const { manner, cite } of said) {
    const narrative = written(await given.narrator.narrate(plantedBrief('track', 'title', injection.text, 0), ask({ provider: `${manner}-${cite}` })))
    expect(findLeak(narrative.text, [injection])).toBeNull()
  }
})
