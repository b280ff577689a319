import { expect, test } from 'vitest'
import { fact } from './__fixtures__/fact.js'
import { refusalsOf } from './__fixtures__/refusals-of.js'

const facts = [
  fact('F0', 'item', { title: 'Don’t Cry', artist: 'Grateful Dead', show: null }, '“Don’t Cry” is by Grateful Dead.', 'Don’t Cry'),
  fact('F1', 'artist-plays', { artist: 'Grateful Dead', plays: 40, year: 2019 }, 'You played Grateful Dead 40 times in 2019.'),
  fact('F2', 'release', { title: 'Don’t Cry', release: 'Faith', year: 2011 }, '“Don’t Cry” is from the release “Faith”, 2011.', 'Don’t Cry'),
  fact('F3', 'label', { release: 'Faith', label: 'Sad Robot Records' }, 'The release “Faith” came out on the label Sad Robot Records.', 'Faith'),
]
const refusals = (text: string) => refusalsOf(text, [{ text, factIds: facts.map(({ id }) => id) }], facts)

test.each([
  'This one knows how you are doing.',
  'Grateful Dead, for the small hours you keep.',
  'You have faith, and “Faith”, 2011, has it.',
  '“Don’t Cry” is from “Faith”; don’t cry.',
  'Sad Robot Records, because you are sad.',
])('refuses: %s', (text) => {
  expect(refusals(text).join()).toMatch(/sensitive/u)
})

test.each([
  'A straight answer: “Don’t Cry” is by Grateful Dead.',
  'You played Grateful Dead 40 times in 2019.',
  '“Faith” came out on Sad Robot Records.',
  'From “Faith”, 2011, on Sad Robot Records.',
])('accepts: %s', (text) => {
  expect(refusals(text)).toEqual([])
})
