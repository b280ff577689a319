import { expect, test } from 'vitest'
import { groundText } from './ground-text.js'
import { fact } from './__fixtures__/fact.js'

test('a name that is a release of its own rests on the release, not on a track that bears it with brackets', () => {
  const title = "Master Don (TSP's Vigilante Mix)"
  const facts = [
    fact('F0', 'item', { title, artist: 'BADLUCK', show: null }, `“${title}” is by BADLUCK.`, title),
    fact('F1', 'track-length', { title, durationMs: 261_000 }, `“${title}” is 4:21 long.`, title),
    fact('F2', 'release', { title, release: 'Master Don', year: 2010 }, `“${title}” is from the release “Master Don”, 2010.`, title),
  ]
  const { claims, published } = groundText('4:21 on “Master Don”.', [{ text: '4:21 on “Master Don”.', factIds: ['F1', 'F2'] }], facts)
  expect(published).toBe('4:21 on “Master Don”.')
  expect(claims.flatMap((claim) => claim.factIds).toSorted()).toEqual(['F1', 'F2'])
})
