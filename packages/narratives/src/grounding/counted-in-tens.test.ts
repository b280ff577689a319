import { expect, test } from 'vitest'
import { fact } from './__fixtures__/fact.js'
import { groundSentence } from './ground-sentence.js'

const statement = 'At least 40 listeners who play Ana also play Bo.'
const facts = [
  fact('F1', 'shared-audience', { anchor: 'Ana', target: 'Bo', listeners: 40 }, statement, 'Bo'),
  fact('F2', 'artist-plays', { artist: 'Ana', plays: 40, year: 2016 }, 'You played Ana 40 times in 2016.'),
]
const isAccepted = (text: string, cited: string): boolean => groundSentence(text, [cited], facts).refusals.length === 0

test.each(['At least forty people who play Ana also play Bo.', 'At least 40 people here play both Ana and Bo.', 'Ana and Bo share at least forty listeners.'])(
  'listeners in common are at least so many: %s',
  (text) => expect(isAccepted(text, 'F1')).toBe(true),
)

test.each(['Exactly forty people play Ana and Bo.', 'At least fifty people play Ana and Bo.', 'More than forty people who play Ana also play Bo.'])(
  'and nothing else: %s',
  (text) => expect(isAccepted(text, 'F1')).toBe(false),
)

test('what the listener played is counted exactly', () => expect(isAccepted('You played Ana at least 40 times in 2016.', 'F2')).toBe(false))
