import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceStep } from './audience-step.js'

test.each([
  [0, 0],
  [9, 0],
  [10, 10],
  [11, 10],
  [12, 12],
  [27, 25],
  [99, 80],
  [100, 100],
  [999, 800],
  [1000, 1000],
  [1_234_567, 1_200_000],
])('%i listeners show as %i', (listeners, step) => {
  expect(audienceStep(listeners)).toBe(step)
})

test('never more than there are, never less than three quarters of it, and never falling', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 10_000_000 }), (listeners) => {
      const step = audienceStep(listeners)
      expect(step <= listeners && step >= 0.75 * listeners && audienceStep(listeners + 1) >= step && audienceStep(step) === step).toBe(true)
    }),
  )
})
