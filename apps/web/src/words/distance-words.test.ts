import { expect, it } from 'vitest'
import { distanceWords } from './distance-words'

it('says where a dial stands', () => {
  expect([0, 0.3, 0.7000000000000001, 1].map(distanceWords)).toEqual([
    'What I know',
    '3 of 10, from what I know to surprise me',
    '7 of 10, from what I know to surprise me',
    'Surprise me',
  ])
})
