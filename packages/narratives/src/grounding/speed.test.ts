import { expect, test } from 'vitest'
import { citedPieces } from '../check/cited-pieces.js'
import { briefs, corpus } from './__fixtures__/voice-corpus.js'
import { groundText } from './ground-text.js'

test('a sentence takes about a millisecond of CPU, not ten', () => {
  const prepared = corpus.map(([brief, text]) => ({ facts: briefs[brief] ?? [], pieces: citedPieces(text) }))
  const run = (): number => prepared.reduce((count, { facts, pieces }) => count + groundText('', pieces, facts).sentences.length, 0)
  run()
  const before = process.cpuUsage()
  const count = run()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000 / count).toBeLessThan(5)
})
