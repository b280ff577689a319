import { sampleEpisodeRequest, sampleTalkRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planSentences } from './plan-sentences.js'

const idsOf = (request: typeof sampleTrackRequest) => planSentences(request).map(({ facts }) => facts.map(({ id }) => id))

describe('the plan', () => {
  test('begins with what the strongest reason rests on', () => {
    expect(idsOf(sampleTrackRequest)[0]).toEqual(['F1', 'F2'])
  })

  test('begins with the item where nothing is known of the listener', () => {
    expect(idsOf(sampleTalkRequest)[0]?.[0]).toBe('F0')
  })

  test('takes a passage into a pitch, alone in its sentence', () => {
    expect(idsOf(sampleEpisodeRequest)).toContainEqual(['F4'])
  })

  test('tells one fact a sentence after a refusal', () => {
    expect(idsOf({ ...sampleTrackRequest, refusals: ['2019 stands in no fact'] }).every((ids) => ids.length === 1)).toBe(true)
  })

  test('tells something, no fact twice, and no more words than it may, save in its first sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 5, max: 60 }), (lengths, maxWords) => {
        const facts = lengths.map((length, index) => ({
          ...sampleTrackRequest.facts[0]!,
          id: `F${index}`,
          property: 'x',
          statement: 'word '.repeat(length).trim(),
        }))
        const plan = planSentences({ ...sampleTrackRequest, facts, reasons: [], maxWords })
        const told = plan.flatMap((sentence) => sentence.facts)
        expect(told.length).toBeGreaterThan(0)
        expect(new Set(told).size).toBe(told.length)
        expect(plan.length === 1 || told.reduce((sum, { statement }) => sum + statement.split(' ').length, 0) <= maxWords).toBe(true)
      }),
    )
  })
})
