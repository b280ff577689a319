import { expect, it } from 'vitest'
import { readToneSet } from './tone-set.js'

it('holds at least sixty different texts, every score among them, and says who gave the scores', async () => {
  const { texts, examples, labelledBy } = await readToneSet()
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThanOrEqual(60)
  for (const score of [1, 2, 3, 4, 5]) expect(texts.filter((text) => text.score === score).length).toBeGreaterThanOrEqual(8)
  expect(labelledBy).toMatch(/language model/)
  // What a judge is shown must not be what it is asked about.
  expect(examples.filter((example) => texts.some(({ text }) => text === example.text))).toEqual([])
})
