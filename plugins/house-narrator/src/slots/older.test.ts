import { expect, it } from 'vitest'
import { facts, request } from '../__fixtures__/requests.js'
import { english } from '../phrases/en/english.js'
import { readFamilies } from '../read-families.js'

const list = [
  ['item', { title: 'Altwide', artist: 'And/Or', show: null }],
  ['artist-plays', { artist: 'And/Or', plays: 40, year: 2018 }],
  ['release', { title: 'Altwide', release: 'Snow Effects', year: 2014 }],
] as const
const older = (...more: Parameters<typeof facts>) => readFamilies(request('rediscovery', facts(...list, ...more)), english.rules)('older')

it('a record predates the plays only where it was there before the first of them', () => {
  expect(older()).not.toBeNull()
  expect(older(['artist-first-play', { artist: 'And/Or', month: '2015-02' }])).not.toBeNull()
  expect(older(['artist-first-play', { artist: 'And/Or', month: '2012-02' }])).toBeNull()
})

it('the year of a compilation is not the year of its tracks', () => {
  expect(older(['compilation', { release: 'Snow Effects', artists: 12 }])).toBeNull()
})
