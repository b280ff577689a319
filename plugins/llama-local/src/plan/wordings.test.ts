import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { english } from './english.js'
import { leadsEn } from './leads-en.js'
import { planMenu } from './plan-options.js'

const listening = (id: string, property: NarrativeFact['property'], values: NarrativeFact['values']): NarrativeFact => ({
  id,
  kind: 'listening',
  property,
  subject: 'listener',
  statement: 'You played it.',
  values,
})
const leadsFor = (...facts: readonly NarrativeFact[]) => {
  const reasons = [{ code: 'any', weight: 1, factIds: facts.map(({ id }) => id) }]
  return planMenu({ ...sampleTrackRequest, facts: [...facts], reasons }, english).leads.flatMap(({ wordings }) => wordings)
}

describe('what is said of plays', () => {
  test('says whose they are: others played it, too', () => {
    const counted = leadsEn.flatMap(({ wordings }) => wordings).filter((text) => /\{(?:P|p)lays\}|\{times\}|\{ever\}/u.test(text))
    expect(counted.length).toBeGreaterThan(30)
    expect(counted.filter((text) => !/\b(?:you|your|yours|someone)\b/iu.test(text.replaceAll(/\{\w+\}/gu, '')))).toEqual([])
  })

  test('of a return says how much was played, and when it stopped', () => {
    const last = listening('F2', 'artist-last-play', { artist: 'C-Doc', month: '2018-03' })
    for (const [year, said] of [
      [2016, '2016'],
      [null, '212 times'],
    ] as const) {
      const leads = leadsFor(listening('F1', 'artist-plays', { artist: 'C-Doc', plays: 212, year }), last)
      expect(leads.length).toBeGreaterThan(1)
      expect(leads.filter((text) => !text.includes('March 2018') || !text.includes(said))).toEqual([])
    }
  })

  test('lets no callback stand in for listeners who are shared', () => {
    const shared: NarrativeFact = {
      ...listening('F1', 'shared-audience', { anchor: 'LINUX Unplugged', target: 'Junglemire', listeners: 14 }),
      kind: 'audience',
    }
    const leads = leadsFor(shared, listening('F2', 'show-plays', { show: 'LINUX Unplugged', finished: 106, of: 127 }))
    expect(leads.length).toBeGreaterThan(1)
    expect(leads.filter((text) => !text.includes('Junglemire'))).toEqual([])
  })

  test('names tags as a sentence does, and not every tag', () => {
    expect(leadsFor(listening('F1', 'tag-plays', { tag: 'Trip Hop', plays: 12 })).join(' ')).toMatch(/trip hop/u)
    expect(leadsFor(listening('F1', 'tag-plays', { tag: 'IDM', plays: 12 })).join(' ')).toMatch(/IDM/u)
    expect(leadsFor(listening('F1', 'tag-plays', { tag: 'Exotic', plays: 12 })).join(' ')).not.toMatch(/exotic/iu)
  })
})
