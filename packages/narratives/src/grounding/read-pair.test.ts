import { expect, test } from 'vitest'
import { fact } from './__fixtures__/fact.js'
import { groundText } from './ground-text.js'

const values = { title: 'Sporty Flute', artist: 'Transient', otherTitle: 'Down We Go', otherArtist: 'Just Plain Ant' }

function isPublished(text: string, shared: 'label' | 'length' | 'later' | 'remixer', value: string, year: number | null = 2022): boolean {
  const when = year === null ? '' : ` in ${year}`
  const facts = [
    fact('F0', 'item', { title: values.title, artist: values.artist, show: null }, '“Sporty Flute” is by Transient.', values.title),
    fact('F1', 'echo', { ...values, shared, value }, '“Sporty Flute” by Transient and “Down We Go” by Just Plain Ant.', values.title),
    fact('F2', 'artist-plays', { artist: values.otherArtist, plays: 44, year }, `You played Just Plain Ant 44 times${when}.`),
  ]
  return groundText('', [{ text, factIds: ['F1', 'F2'] }], facts).accepted
}

test('plays beside what two items share are those of the maker, with their year', () => {
  expect(isPublished('Same label as Just Plain Ant, whom you played 44 times in 2022: Monotonik.', 'label', 'Monotonik')).toBe(true)
  expect(isPublished('Same label as Just Plain Ant, whom you played 44 times: Monotonik.', 'label', 'Monotonik')).toBe(false)
  expect(isPublished('Same label as Just Plain Ant, whom you played 44 times: Monotonik.', 'label', 'Monotonik', null)).toBe(true)
  expect(isPublished('This came out on the same label as “Down We Go”, which you played 44 times in 2022: Monotonik.', 'label', 'Monotonik')).toBe(false)
  expect(
    isPublished('This came out on the same label as “Down We Go” by Just Plain Ant, whom you played 44 times in 2022: Monotonik.', 'label', 'Monotonik'),
  ).toBe(true)
  expect(isPublished('You played Just Plain Ant 44 times.', 'label', 'Monotonik')).toBe(false)
})

test('a maker is not as long as another, and comes no years later', () => {
  expect(isPublished('This is as long as “Down We Go” by Just Plain Ant: 3:03.', 'length', '3:03')).toBe(true)
  expect(isPublished('Transient is as long as Just Plain Ant: 3:03.', 'length', '3:03')).toBe(false)
  expect(isPublished('“Sporty Flute” came out two years after “Down We Go”.', 'later', '2')).toBe(true)
  expect(isPublished('Transient came out two years after Just Plain Ant.', 'later', '2')).toBe(false)
})

test('the guards over small words hold for pairs, too', () => {
  expect(isPublished('The remix is by Just Plain Ant, who made “Down We Go”.', 'remixer', 'Just Plain Ant')).toBe(true)
  expect(isPublished('Monotonik again.', 'label', 'Monotonik')).toBe(true)
  expect(isPublished('Jerome again.', 'label', 'Monotonik')).toBe(false)
})
