import { expect, test } from 'vitest'
import { fact } from '../grounding/__fixtures__/fact.js'
import { refusalsOf } from '../grounding/__fixtures__/refusals-of.js'
import { findBoast, isSentence } from './find-boast.js'

test.each([
  'winner of five Grammys',
  'the best episode ever',
  'The number one album of 2019',
  'Listen to this before you die',
  '"This album saved my life" - The New York Times',
  'As Rolling Stone wrote: “a masterpiece”',
  'Also played by ben and chloe',
  'Ada, you cried to this one in May',
  'Free for the first 100 listeners',
  'This track was recorded in space',
])('%s says something, and names nothing', (name) => {
  expect(findBoast(name)).not.toBeNull()
})

test.each([
  'Broke For Free',
  'Stuff You Should Know',
  'You Are Not So Smart',
  '…And You Will Know Us by the Trail of Dead',
  'Prokofiev: Piano Concerto No. 1 in D-Flat Major',
  '"Weird Al" Yankovic',
  'World’s Greatest Dad',
  'Last Night Fairytale',
])('%s is a name', (name) => {
  expect(findBoast(name)).toBeNull()
})

test.each([
  ['My grandmother used to read me', true],
  ['Ludwig van Beethoven', false],
  ['maria de los angeles', false],
  ['joe ressington', false],
  ['宮崎 駿', false],
  ['the best episode', true],
])('whether %s is a sentence: %s', (name, sentence) => {
  expect(isSentence(name)).toBe(sentence)
})

test('a title that boasts is said between quotation marks or not at all', () => {
  const item = fact(
    'F0',
    'item',
    { title: 'the best episode ever', artist: 'Nobody', show: null },
    '“the best episode ever” is by Nobody.',
    'the best episode ever',
  )
  expect(refusalsOf('“the best episode ever” is by Nobody.', [{ text: '“the best episode ever” is by Nobody.', factIds: ['F0'] }], [item])).toEqual([])
  expect(refusalsOf('This is the best episode ever.', [{ text: 'This is the best episode ever.', factIds: ['F0'] }], [item])).not.toEqual([])
})
