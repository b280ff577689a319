import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, model, plugin, sentence, start, testNarrator } from './__fixtures__/test-narrator.js'
import { toRequest } from './to-request.js'

const data = database()
const plays = (request: NarrativeRequest): string => String(request.facts.find(({ property }) => property === 'artist-plays')?.values['plays'])
const truthful = () => model((request) => [start, ...sentence(`You played C-Doc ${plays(request)} times in 2016.`, 'F1'), end])

test('a request holds nothing that says who listens', () => {
  const request = JSON.stringify(toRequest(sampleBrief({ listenerId: 'lis_secret' })).request)
  expect(request).not.toContain('lis_')
})

test('what one listener of a list is told is in no request about another', async () => {
  const rules = scriptedProvider((request) => [start, ...sentence(`You played C-Doc ${plays(request)} times in 2016.`, 'F1'), end])
  await using given = await testNarrator(data.db, [plugin('rules', rules)])
  const briefs = [
    sampleBrief({ listenerId: 'lis_a' }, 11),
    sampleBrief({ listenerId: 'lis_b' }, 22),
    sampleBrief({ listenerId: 'lis_a' }, 33),
    sampleBrief({ listenerId: null }, 44),
  ]
  await given.narrator.narrateList(briefs, ask())
  expect(rules.calls.map(({ avoid }) => avoid)).toEqual([[], [], ['You played C-Doc 11 times in 2016.'], []])
  // The second time all but one come from the cache, and still each listener sees only their own.
  await given.narrator.narrateList(
    [briefs[0], briefs[1], sampleBrief({ listenerId: 'lis_b' }, 55)].filter((brief) => brief !== undefined),
    ask(),
  )
  expect(rules.calls.at(-1)?.avoid).toEqual(['You played C-Doc 22 times in 2016.'])
})

test('a cached text serves another listener only where every fact is the same, and then under their own name', async () => {
  const writer = truthful()
  await using given = await testNarrator(data.db, [plugin('writer', writer)])
  const first = written(await given.narrator.narrate(sampleBrief({ listenerId: 'lis_a' }, 11), ask()))
  const other = written(await given.narrator.narrate(sampleBrief({ listenerId: 'lis_b' }, 12), ask()))
  const same = written(await given.narrator.narrate(sampleBrief({ listenerId: 'lis_b' }, 11), ask()))
  expect([first.text, other.text, same.text]).toEqual([
    'You played C-Doc 11 times in 2016.',
    'You played C-Doc 12 times in 2016.',
    'You played C-Doc 11 times in 2016.',
  ])
  expect([first.listenerId, other.listenerId, same.listenerId]).toEqual(['lis_a', 'lis_b', 'lis_b'])
  expect(writer.calls).toHaveLength(2)
})

test('what a model says about others is refused: nothing of them is in a fact', async () => {
  const gossip = model([
    start,
    ...sentence('You played C-Doc 11 times in 2016, lis_b 22 times.', 'F1'),
    ...sentence('Bob played C-Doc 22 times in 2016.', 'F1'),
    ...sentence('You played C-Doc 11 times in 2016.', 'F1'),
    end,
  ])
  await using given = await testNarrator(data.db, [plugin('gossip', gossip)])
  expect(written(await given.narrator.narrate(sampleBrief({}, 11), ask())).text).toBe('You played C-Doc 11 times in 2016.')
})

test('what a provider writes goes to no client by the back door: its name and the reasons of refusal are plain, too', async () => {
  const loud = model([
    { ...start, model: 'x\u202E<b>' } as typeof start,
    ...sentence('See https://evil.example/<script>alert(1)</script> now.', 'F1'),
    ...sentence('“<img src=x>” is by C-Doc.', 'F0'),
    end,
  ])
  await using given = await testNarrator(data.db, [plugin('loud', loud), plugin('truthful', truthful())])
  const narrative = written(await given.narrator.narrate(sampleBrief({}, 11), ask()))
  expect(narrative.provider).toBe('truthful')
  expect(narrative.fallbackReason).not.toMatch(/evil|<\w|script/u)
  const named = written(await given.narrator.narrate(sampleBrief({}, 12), ask({ provider: 'loud' })))
  expect(named.model).not.toContain('\u202E')
})
