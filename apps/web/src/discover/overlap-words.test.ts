import { describe, expect, it } from 'vitest'
import { overlapWords } from './overlap-words'

describe('overlapWords', () => {
  it('counts what is on both lists', () => {
    expect(overlapWords(['a', 'b'], ['c'])).toBe('No piece is on both lists.')
    expect(overlapWords(['a', 'b'], ['b'])).toBe('One piece is on both lists: see what is said of it.')
    expect(overlapWords(['a', 'b'], ['b', 'a', 'c'])).toBe('2 pieces are on both lists: see what is said of them.')
  })

  it('says nothing of a list that has not come, or is empty', () => {
    expect([overlapWords(undefined, ['a']), overlapWords(['a'], undefined), overlapWords([], ['a'])]).toEqual(['', '', ''])
  })
})
