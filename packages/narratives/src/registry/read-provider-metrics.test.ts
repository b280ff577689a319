import { scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { expect, it } from 'vitest'
import { readProviderMetrics } from './read-provider-metrics.js'

const counting = (metrics: unknown) => Object.assign(scriptedProvider([]), { metrics })

it('reads numbers and unknowns, and nothing else that a plugin may say', () => {
  const said = { running: 2, rssBytes: null, lag: Number.NaN, 'a"b{}': 1, name: 'x', [`a${'a'.repeat(80)}`]: 1 }
  expect(readProviderMetrics(counting(() => said))).toEqual({ running: 2, rssBytes: null })
})

it.each([
  ['counts nothing', undefined],
  [
    'throws',
    () => {
      throw new Error('no')
    },
  ],
  ['says no object', () => 'many'],
  ['is late', () => Promise.resolve({ running: 1 })],
])('has no numbers of one that %s', (_what, metrics) => {
  expect(readProviderMetrics(counting(metrics))).toEqual({})
})
