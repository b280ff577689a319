import { describe, expect, test } from 'vitest'
import { briefs } from './__fixtures__/briefs.js'
import { corpus } from './__fixtures__/corpus.js'
import { citedPieces } from './__fixtures__/cited-pieces.js'
import { groundText } from './ground-text.js'

describe('labelled sentences', () => {
  for (const [brief, text, broken] of corpus) {
    test(`${broken ?? 'true'}: ${text}`, () => {
      const verdict = groundText('', citedPieces(text), briefs[brief])
      const reasons = verdict.sentences.flatMap((sentence) => sentence.refusals.map((refusal) => `${refusal.code}: ${refusal.reason}`))
      if (broken === null) expect(reasons).toEqual([])
      else expect(reasons).not.toEqual([])
    })
  }
})

describe('without citations', () => {
  for (const [brief, text, broken] of corpus) {
    const plain = text.replace(/ ?\[[F\d ]+\]/gu, '')
    if (broken === 'uncited fact' || broken === 'unknown fact') continue
    test(`${broken ?? 'true'}: ${plain}`, () => {
      const verdict = groundText(plain, null, briefs[brief])
      const reasons = verdict.sentences.flatMap((sentence) => sentence.refusals.map((refusal) => `${refusal.code}: ${refusal.reason}`))
      if (broken === null) expect(reasons).toEqual([])
      else expect(reasons).not.toEqual([])
    })
  }
})
