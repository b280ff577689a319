import { expect, it } from 'vitest'
import { compressRows } from '../../model/compressed-rows.js'
import { keepCommonTags } from './common-tags.js'

it('keeps the tags that most items have, however often they were given, in their order', () => {
  // tag 0: one item, a hundred times; 1: two items; 2: one item; 3: three items
  const tags = compressRows(3, 4, { rows: [0, 0, 1, 1, 2, 2, 0], columns: [0, 1, 1, 3, 2, 3, 3], values: [100, 1, 2, 3, 4, 5, 6] })
  const kept = keepCommonTags(tags, 2)
  expect(kept).toEqual(compressRows(3, 2, { rows: [0, 0, 1, 1, 2], columns: [0, 1, 0, 1, 1], values: [1, 6, 2, 3, 5] }))
  expect(keepCommonTags(tags, 3).columnCount).toBe(3)
  expect([...keepCommonTags(tags, 9).columns]).toEqual([...tags.columns])
})
