import { describe, expect, test } from 'vitest'
import { database } from './__fixtures__/narrating.js'
import { house, plugin, testNarrator } from './__fixtures__/test-narrator.js'

const data = database()
const request = { words: ['rainy Sunday'], schema: { type: 'object' } }
const { signal } = new AbortController()
const reading = (answer: unknown) => Object.assign(house(), { interpret: () => Promise.resolve(answer) })

describe('words that rules cannot explain', () => {
  test('go to the provider asked for, else to the first of the order that can read them', async () => {
    await using given = await testNarrator(data.db, [plugin('house', house()), plugin('one', reading(1)), plugin('two', reading(2))])
    expect(await given.narrator.interpret(request, { provider: 'two', signal })).toBe(2)
    expect(await given.narrator.interpret(request, { provider: null, signal })).toBe(1)
    expect(await given.narrator.interpret(request, { provider: 'nobody', signal })).toBe(1)
  })

  test('are left alone where nobody can', async () => {
    await using given = await testNarrator(data.db, [plugin('house', house())])
    expect(await given.narrator.interpret(request, { provider: null, signal })).toBeNull()
  })

  test('of a provider that never answers are given up with the reason', async () => {
    const silent = Object.assign(house(), { interpret: () => new Promise<never>(() => undefined) })
    await using given = await testNarrator(data.db, [plugin('silent', silent)])
    const stopping = new AbortController()
    const asked = given.narrator.interpret(request, { provider: null, signal: stopping.signal })
    stopping.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
  })
})
