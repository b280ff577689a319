import { describe, expect, test } from 'vitest'
import { adversarial } from './__fixtures__/adversarial.js'
import { citedPieces } from '../check/cited-pieces.js'
import { refusalsOf } from './__fixtures__/refusals-of.js'
import { briefs, corpus } from './__fixtures__/voice-corpus.js'

const truths = corpus.filter(([, , broken]) => broken === null)
const lies = [...corpus.filter(([, , broken]) => broken !== null), ...adversarial]
const uncited = (text: string): string => text.replace(/ ?\[[F\d ]+\]/gu, '')

describe('true sentences pass', () => {
  test.each(truths)('%s: %s', (brief, text) => {
    expect(refusalsOf('', citedPieces(text), briefs[brief] ?? [])).toEqual([])
  })
  test.each(truths)('%s, without citations: %s', (brief, text) => {
    expect(refusalsOf(uncited(text), null, briefs[brief] ?? [])).toEqual([])
  })
})

describe('broken sentences are refused', () => {
  test.each(lies)('%s: %s (%s)', (brief, text) => {
    expect(refusalsOf('', citedPieces(text), briefs[brief] ?? [])).not.toEqual([])
  })
  test.each(lies.filter(([, , broken]) => broken !== 'uncited-fact'))('%s, without citations: %s (%s)', (brief, text) => {
    expect(refusalsOf(uncited(text), null, briefs[brief] ?? [])).not.toEqual([])
  })
})
