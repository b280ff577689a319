import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { hostileRequest, sampleEpisodeRequest, sampleTalkRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from './english.js'
import { listPlans } from './plan.js'
import { countWords, planMenu } from './plan-options.js'
import { planMessages, planPrompt } from './plan-prompt.js'
import { realisePlan } from './realise-plan.js'

const plansOf = (request: NarrativeRequest) => listPlans(planMenu(request, english), request)
const textsOf = (request: NarrativeRequest) =>
  [...plansOf(request).values()].map((plan) =>
    realisePlan(plan, request)
      .map(({ text }) => text)
      .join(' '),
  )
const fact = (id: string, kind: NarrativeFact['kind'], property: string, statement: string, values: NarrativeFact['values']): NarrativeFact => ({
  id,
  kind,
  property,
  subject: '',
  statement,
  values,
})

describe('the plans of a request', () => {
  test('all tell why the item was chosen, and of a return that there was a pause', () => {
    for (const plan of plansOf(sampleTrackRequest).values()) expect(plan.flatMap(({ facts }) => facts.map(({ id }) => id))).toContain('F2')
  })

  test('leave the model a choice, and cost it a few words', () => {
    const codes = [...plansOf(sampleTrackRequest).keys()]
    expect(codes).toContain('plays last; label')
    expect(codes).toContain('label; plays last')
    expect(Math.max(...codes.map((code) => code.split(' ').length))).toBeLessThanOrEqual(6)
  })

  test('name the item where a DJ speaks, and tell a passage in a pitch', () => {
    for (const text of textsOf(sampleTalkRequest)) expect(text).toContain('“Digg It! (7" FunkEdit)”')
    for (const text of textsOf(sampleEpisodeRequest)) expect(text).toContain('“Just save one or two things and see if you like it.”')
  })

  test('tell the most personal side of a reason, and both sides of one that has two', () => {
    const shared = fact('F1', 'audience', 'shared-audience', '14 listeners who play Ana also play Bo.', { anchor: 'Ana', target: 'Bo', listeners: 14 })
    const plays = fact('F2', 'listening', 'artist-plays', 'You played Ana 33 times in 2018.', { artist: 'Ana', plays: 33, year: 2018 })
    const request = {
      ...sampleTrackRequest,
      facts: [sampleTrackRequest.facts[0]!, shared, plays],
      reasons: [{ code: 'similar-audience', weight: 1, factIds: ['F1', 'F2'] }],
    }
    for (const text of textsOf(request)) expect(text).toMatch(/ourteen people.*33|33.*ourteen people/su)
    const stranger = { ...plays, values: { artist: 'Cy', plays: 33, year: 2018 } }
    for (const text of textsOf({ ...request, facts: [request.facts[0]!, shared, stranger] })) expect(text).not.toMatch(/ourteen people.*33/su)
  })

  test('say no name twice', () => {
    for (const text of textsOf(sampleTrackRequest)) expect(text.match(/C-Doc/gu)?.length).toBe(1)
  })

  test('become plain statements after a refusal', () => {
    expect(textsOf({ ...sampleTrackRequest, refusals: ['no'] }).join(' ')).toContain('You played C-Doc 212 times in 2016. You last played C-Doc in March 2018.')
  })

  test('keep within the words that are allowed wherever that is possible', () => {
    for (const maxWords of [12, 18, 25, 45])
      for (const text of textsOf({ ...sampleTrackRequest, maxWords })) expect(countWords(text)).toBeLessThanOrEqual(maxWords)
  })

  test('exist for facts that nobody has phrases for, and survive hostile ones', () => {
    const odd = fact('F0', 'catalog', 'moon-phase', 'It was recorded at full moon', {})
    expect(textsOf({ ...sampleTrackRequest, facts: [odd], reasons: [] })).toEqual(['It was recorded at full moon.'])
    expect(textsOf(hostileRequest).length).toBeGreaterThan(0)
  })

  test('tell nothing twice and cite what they tell, whichever facts there are', () => {
    const facts = [...sampleTrackRequest.facts, ...sampleEpisodeRequest.facts.slice(1), ...sampleEpisodeRequest.passages].map((each, index) => ({
      ...each,
      id: `F${index}`,
    }))
    fc.assert(
      fc.property(fc.subarray(facts, { minLength: 1 }), fc.integer({ min: 4, max: 60 }), fc.nat(4), (some, maxWords, lead) => {
        const request = { ...sampleTrackRequest, facts: some, maxWords, reasons: [{ code: 'any', weight: 1, factIds: [some[lead % some.length]!.id] }] }
        for (const plan of plansOf(request).values()) {
          const cited = realisePlan(plan, request).flatMap(({ factIds }) => factIds)
          expect(new Set(cited).size).toBe(cited.length)
          expect(some.map(({ id }) => id)).toEqual(expect.arrayContaining(cited))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the wording', () => {
  test('opens otherwise than what was read before', () => {
    const avoid: string[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      const request = { ...sampleTrackRequest, seed: turn, avoid: [...avoid] }
      const [plan = []] = plansOf(request).values()
      avoid.unshift(realisePlan(plan, request)[0]?.text ?? '')
    }
    expect(new Set(avoid).size).toBe(6)
    expect(new Set(avoid.map((text) => text.split(' ')[0])).size).toBeGreaterThanOrEqual(5)
  })

  test('is the same for the same seed', () => {
    const seeded = { ...sampleTrackRequest, seed: 7 }
    expect(textsOf(seeded)).toEqual(textsOf(seeded))
    expect(textsOf({ ...seeded, seed: 8 })).not.toEqual(textsOf(seeded))
  })
})

describe('what the model is asked', () => {
  test('begins alike, message by message, and ends with a few words', () => {
    const [one, other] = [sampleTrackRequest, sampleEpisodeRequest].map((request) => planMessages(planMenu(request, english), request))
    expect(one?.slice(0, -1)).toEqual(other?.slice(0, -1))
    expect(one?.[0]?.content).toBe(planPrompt.build(sampleTrackRequest, { maxCharacters: null }).messages[0]?.content)
    expect(countWords(one?.at(-1)?.content ?? '')).toBeLessThan(16)
  })

  test('holds no word of the catalogue', () => {
    const asked = planMessages(planMenu(hostileRequest, english), hostileRequest).at(-1)?.content
    expect(asked).toMatch(/^[a-z ;]*$/u)
    expect([...plansOf(hostileRequest).keys()].join('|')).toMatch(/^[a-z;| ]+$/u)
  })
})
