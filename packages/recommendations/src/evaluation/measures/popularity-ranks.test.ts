import { expect, it } from 'vitest'
import { compressRows } from '../../model/compressed-rows.js'
import { noveltyAt, popularityRanks } from './popularity-ranks.js'

// users 0 to 2; item 0: one user, 1: three, 2: one, 3: nobody, 4: two, with many plays
const rows = compressRows(3, 5, { rows: [0, 0, 1, 1, 2, 2, 2], columns: [1, 0, 1, 4, 1, 2, 4], values: [1, 1, 1, 900, 1, 1, 900] })

it('ranks by how many users have an item, not by how often they played it; of equals the lower number first', () => {
  expect([...popularityRanks(rows)]).toEqual([3, 1, 4, 5, 2])
})

it('is the mean rank of the first k', () => {
  const ranks = popularityRanks(rows)
  expect(noveltyAt(Uint32Array.of(1, 4), ranks, 10)).toBe(1.5)
  expect(noveltyAt(Uint32Array.of(3, 1, 4), ranks, 1)).toBe(5)
  expect(noveltyAt(new Uint32Array(0), ranks, 10)).toBeNaN()
})
