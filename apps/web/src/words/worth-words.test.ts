import { describe, expect, it } from 'vitest'
import { worthWords } from './worth-words'

describe('what a reason was worth', () => {
  it.each([
    [{ rank: 1, counterfactualRank: 14, restsOnHistory: true }, 'this would be 14th: 13 places down'],
    [{ rank: 2, counterfactualRank: 1, restsOnHistory: true }, 'this would be 1st: 1 place up'],
    [{ rank: 3, counterfactualRank: 3, restsOnHistory: true }, 'this would still be 3rd'],
    [{ rank: 3, counterfactualRank: null, restsOnHistory: true }, 'would not be on the list at all'],
    [{ rank: 3, counterfactualRank: null, restsOnHistory: false }, 'Rests on nothing that was played'],
  ])('%j is said as %j', (worth, words) => {
    expect(worthWords(worth)).toContain(words)
  })
})
