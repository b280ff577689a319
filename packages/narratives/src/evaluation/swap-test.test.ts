import { describe, expect, it } from 'vitest'
import { evidence, sampleBrief } from '../__fixtures__/sample-brief.js'
import { answer, evaluatedBrief, played } from './__fixtures__/answers.js'
import { seededRandom } from './seeded-random.js'
import { pickFacts, runSwapTest } from './swap-test.js'
import { termsOfFact, termsOfText } from './terms.js'

const facts = (index: number) => [played(['C-Doc', 'Junglemire', 'Transient', 'Bartois'][index] ?? '', 212 + index, 2016 + index)]
const four = [0, 1, 2, 3].map(facts)

describe('terms', () => {
  it('are numbers, whichever way they are written, names and tags, and no function words', () => {
    expect([...termsOfText('You played C-Doc two hundred and twelve times, in 2:23.')]).toEqual(expect.arrayContaining(['#212', 'doc', '#2', '#23']))
    expect([...termsOfText('Here is one of the tracks that you have')]).toEqual([])
  })

  it('of a fact are those of its values, not of its statement', () => {
    expect([...termsOfFact(played('C-Doc', 212))].toSorted()).toEqual(['#2016', '#212', 'c', 'doc'])
    expect([...termsOfFact(evidence('artist-last-play', { artist: 'C-Doc', month: '2018-03' }, '', 'listening'))]).toEqual(
      expect.arrayContaining(['march', '#2018']),
    )
    expect([...termsOfFact(evidence('track-length', { title: 'X', durationMs: 143_000 }, ''))]).toEqual(expect.arrayContaining(['#2', '#23']))
    expect([...termsOfFact(evidence('no-tag-plays', { tag: 'chiptune' }, '', 'listening'))].toSorted()).toEqual(['chiptune', 'no'])
  })
})

describe('the matcher', () => {
  it('finds the facts that a text was written from, in any order', () => {
    for (const [right, text] of ['You played C-Doc 212 times.', 'Junglemire again, after 2017.', 'Transient once more.', 'Bartois, 215 plays.'].entries()) {
      expect(pickFacts(text, four, seededRandom(1))).toEqual({ index: right, undecided: false })
      expect(pickFacts(text, four.toReversed(), seededRandom(1)).index).toBe(3 - right)
    }
  })

  it('knows a first meeting from an old habit by its "no"', () => {
    const never = [evidence('no-tag-plays', { tag: 'chiptune' }, '', 'listening')]
    const often = [evidence('tag-plays', { tag: 'chiptune', plays: 40 }, '', 'listening')]
    expect(pickFacts('No chiptune in your history.', [often, never, often, often], seededRandom(1))).toEqual({ index: 1, undecided: false })
  })

  it.each(['A smooth one that you might like.', 'You played this before, and it stays.', 'There is something here for you.', ''])(
    'is at chance with a text that fits everybody: %j',
    (text) => {
      const random = seededRandom(7)
      const right = Array.from({ length: 2_000 }, () => pickFacts(text, four, random)).filter(({ index }) => index === 0)
      expect(right.length / 2_000).toBeGreaterThan(0.22)
      expect(right.length / 2_000).toBeLessThan(0.28)
    },
  )
})

describe('the swap test', () => {
  const others = [1, 2, 3].map(facts)
  const asked = (index: number, more = {}) =>
    evaluatedBrief({ otherListeners: others, ...more }, sampleBrief({ itemId: `trk_${index}`, item: { title: `Song ${index}`, by: 'C-Doc' } }))

  it('counts texts that name what only this listener did', () => {
    const swap = runSwapTest([answer('You played C-Doc 212 times in 2016.', asked(1))], 1)
    expect([swap.listeners.count, swap.listeners.of, swap.undecidedListeners.count]).toEqual([1, 1, 0])
  })

  it('gives generic texts what chance gives', () => {
    const swap = runSwapTest(
      Array.from({ length: 400 }, (_, index) => answer('A title to return to.', asked(index))),
      3,
    )
    expect(swap.undecidedListeners.share).toBe(1)
    expect(swap.listeners.low).toBeLessThan(0.25)
    expect(swap.listeners.high).toBeGreaterThan(0.25)
    expect(swap.items.share).toBeLessThan(0.32)
  })

  it('leaves out who has no history, who has no three others, and what somebody else wrote', () => {
    const text = 'You played C-Doc 212 times in 2016.'
    const answers = [
      answer(text, asked(1, { hasHistory: false })),
      answer(text, asked(2, { otherListeners: [] })),
      answer(text, asked(3), { provider: 'house', fallbackReason: 'pen: refused: x' }),
    ]
    expect(runSwapTest(answers, 1).listeners.of).toBe(0)
  })

  it('compares with three other items of the same listener', () => {
    const items = ['Remix Is Love', 'Moves On', 'Dig Deep', 'Symphony Of Curves'].map((release, index) => {
      const brief = sampleBrief({
        itemId: `trk_${index}`,
        evidence: [evidence('release', { title: 'A', release, year: 2010 + index }, `“A” is on “${release}” from ${2010 + index}.`)],
      })
      return answer(`Off ${release}, ${2010 + index}.`, evaluatedBrief({}, brief))
    })
    expect(runSwapTest(items, 1).items).toMatchObject({ count: 4, of: 4 })
    expect(runSwapTest(items.slice(0, 3), 1).items.of).toBe(0)
  })
})
