import { describe, expect, it } from 'vitest'
import { evidence, sampleBrief } from '../__fixtures__/sample-brief.js'
import { answer, evaluatedBrief, narrative } from './__fixtures__/answers.js'
import { readingEase, syllablesOf } from './reading-ease.js'
import { isAboutListener, measureReasonsTold } from './reasons-told.js'
import { measureRepetition, overlapWith } from './repetition.js'
import { isSpecific } from './specificity.js'

describe('reading ease', () => {
  it('is the formula of Flesch', () => {
    // six words, six syllables, one sentence
    expect(readingEase('The cat sat on the mat.')).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 6)
    expect(readingEase('…')).toBeNull()
  })

  it.each([
    ['cat', 1],
    ['table', 2],
    ['made', 1],
    ['remix', 2],
    ['released', 2],
    ['listened', 2],
    ['episode', 3],
    ['2016', 1],
  ])('counts %s as %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables)
  })

  it('finds long words harder', () => {
    expect(readingEase('You heard it in May.')).toBeGreaterThan(readingEase('Instrumental experimental compilations predominate.') as number)
  })
})

const listed = (listener: string, list: number, text: string) => ({ listener, list, text })

describe('repetition', () => {
  it('is the share of runs of four words that were said before; another number is the same run', () => {
    expect(overlapWith('one two three four five', ['one two three four six'])).toBe(0.5)
    expect(overlapWith('In 2016 you played 12 of them', ['In 2019 you played 80 of them'])).toBe(1)
    expect(overlapWith('one two three', ['one two three'])).toBe(0)
    expect(overlapWith('one two three four', [])).toBe(0)
  })

  it('looks at the last twenty texts of the same listener, and at openings of the same list', () => {
    const same = 'You played this before, and again'
    const filler = Array.from({ length: 20 }, (_, index) => listed('ada', 1 + Math.floor(index / 10), `word${index} a${index} b${index} c${index}`))
    const measured = measureRepetition([listed('ada', 0, same), ...filler, listed('ada', 3, same), listed('ben', 4, same), listed('ben', 4, 'You played on')])
    // Twenty-one texts back is forgotten; another listener does not count; one opening of ben's list stands twice.
    expect(measured.overlap.mean).toBe(0)
    expect(measured.openings.count).toBe(1)
  })
})

describe('a concrete fact', () => {
  const brief = sampleBrief()
  const specific = (text: string) => isSpecific(narrative(text, brief), brief.item, brief.evidence)
  it.each([
    ['You played C-Doc 212 times in 2016.', true],
    ['You last played C-Doc in March 2018.', true],
    ["It is from Followin' Me (Remixx).", true],
    ['Digg It! (7" FunkEdit) by C-Doc.', false],
    ['You played C-Doc.', false],
  ])('%s: %s', (text, expected) => {
    expect(specific(text)).toBe(expected)
  })
})

const told = (words: string) => ({ evaluated: evaluatedBrief(), narrative: narrative(words, sampleBrief()) })

describe('reasons', () => {
  it('are told for the right reason where a clause rests on the evidence of the first one', () => {
    const measured = measureReasonsTold([told('You played C-Doc 212 times in 2016.'), told("It is from Followin' Me (Remixx).")], [evaluatedBrief()])
    expect(measured).toMatchObject({
      firstReason: { count: 1, of: 2 },
      firstProof: { count: 1, of: 2 },
      personal: { count: 1, of: 2 },
      withHistory: { count: 1, of: 1 },
    })
  })

  it('are not asked for where the ranker gave none, nor anything personal where there is no history', () => {
    const nobody = evaluatedBrief({ hasHistory: false }, sampleBrief({ reasons: [] }))
    const measured = measureReasonsTold([{ evaluated: nobody, narrative: narrative('You played C-Doc 212 times in 2016.', nobody.brief) }], [nobody])
    expect([measured.firstReason.of, measured.personal.of, measured.withHistory.count]).toEqual([0, 0, 0])
  })

  it('speak of this listener by what they did, or by "you" to those who play the same', () => {
    const shared = evidence('shared-audience', { anchor: 'IDM', target: 'And/Or', listeners: 41 }, '41 listeners who play IDM also play And/Or.', 'audience')
    const claim = (text: string, support: 'supported' | 'opinion' = 'supported') =>
      isAboutListener({ start: 0, end: text.length, support, evidenceIds: [shared.id] }, text, [shared])
    expect([claim('Forty-one who share your IDM play it'), claim('41 listeners play both'), claim('young listeners'), claim('your IDM', 'opinion')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('count the words of opinion', () => {
    const text = 'You played C-Doc 212 times, a warm one.'
    const claims = [
      { start: 0, end: 26, support: 'supported' as const, evidenceIds: [] },
      { start: 28, end: 38, support: 'opinion' as const, evidenceIds: [] },
    ]
    const { evaluated, result } = answer(text, evaluatedBrief(), { claims })
    if (result.type !== 'narrative') throw new Error('expected a narrative')
    expect(measureReasonsTold([{ evaluated, narrative: result }], []).opinionWords).toMatchObject({ count: 3, of: 8 })
    expect(measureReasonsTold([{ evaluated, narrative: result }], []).mostlyOpinion).toMatchObject({ count: 1, of: 1 })
  })
})
