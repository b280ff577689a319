import { describe, expect, it } from 'vitest'
import { describeChange, describeList, meanNovelty, type ListState } from './dial-effect'

const list = (items: readonly [string, number][], unplayed: number | null = null): ListState => ({
  items: items.map(([itemId, novelty]) => ({ itemId, novelty })),
  artists: unplayed === null ? null : { unplayed, all: items.length },
})

describe('what the dial does, in words', () => {
  it('counts what changed, who is new, and how far it is from home', () => {
    const before = list(
      [
        ['a', 0.1],
        ['b', 0.3],
      ],
      0,
    )
    const after = list(
      [
        ['b', 0.3],
        ['c', 0.9],
      ],
      1,
    )
    expect(describeChange(before, after, 'Chloe')).toBe(
      'One of two changed. One of the two artists is new to Chloe, none before. Distance from home: 0.20 before, 0.60 now.',
    )
  })

  it('says so when nothing changed', () => {
    const same = list([['a', 0.1]], 1)
    expect(describeChange(same, same, 'Chloe')).toBe('The same pieces as before. The artist is new to Chloe. The distance from home stays 0.10.')
  })

  it('says nothing of artists where they were not counted, and nothing of an empty list', () => {
    expect(describeList(list([['a', 0.25]]), 'Chloe')).toBe('On average this list stands 0.25 from home.')
    expect(describeList(list([]), 'Chloe')).toBe('')
    expect(meanNovelty(list([]))).toBeNull()
    expect(describeChange(list([]), list([['a', 0.5]]), 'Chloe')).toContain('0.50')
  })
})
