import { scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { ask, database, written } from '../__fixtures__/narrating.js'
import { evidence, sampleBrief } from '../__fixtures__/sample-brief.js'
import { end, plugin, sentence, start, testNarrator } from '../__fixtures__/test-narrator.js'
import { linerNotesConfigSchema } from '../config.js'
import { Draft } from '../pipeline/draft.js'
import { briefHash } from '../pipeline/cache-key.js'
import { toRequest } from '../to-request.js'
import { taggedEpisode } from './__fixtures__/guided.js'
import { applyGuidelines, isSensitive } from './apply-guidelines.js'
import { mergeGuidelines, shippedGuidelines } from './shipped-guidelines.js'

const ours = shippedGuidelines()
const guided = (tags: readonly string[], topic = 'storage', market: string | null = null, language = 'en') =>
  applyGuidelines(taggedEpisode(tags, topic, { language }), ours, market)
const played = (tag: string) => evidence('tag-plays', { tag, plays: 40 }, `You played ${tag} 40 times.`, 'listening')
const kept = (tag: string) =>
  applyGuidelines(sampleBrief({ evidence: [...sampleBrief().evidence, played(tag)] }), ours, null).evidence.some(({ property }) => property === 'tag-plays')
const properties = (brief: ReturnType<typeof guided>): string[] => brief.evidence.map(({ property }) => property)
/** What a draft under the brief's guidelines says to a text that rests on any fact. */
const refused = (brief: ReturnType<typeof guided>, text: string): string[] => {
  const draft = new Draft(toRequest(brief).request, [], () => undefined, brief.guidelines)
  draft.offer({ text, factIds: null })
  return [...draft.takeRefusals()]
}

describe('the guidelines that come with us', () => {
  test('cover the sensitive topics and some markets', () => {
    const ids = ours.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['politics', 'religion', 'health', 'crime', 'death', 'children', 'war', 'money', 'market-de', 'market-us', 'market-in']),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('say nothing about an episode that touches none of them', () => {
    const brief = taggedEpisode(['storage'], 'storage')
    expect(applyGuidelines(brief, ours, 'DE')).toBe(brief)
  })

  test('give their lines to whoever writes', () => {
    expect(toRequest(guided(['mental health'])).request.guidelines?.[0]).toMatch(/No advice, no promise of a cure/u)
    expect(toRequest(guided(['storage'])).request.guidelines).toBeUndefined()
  })
})

describe('sensitive listening', () => {
  test('is never told back: neither the topic, nor anything beside an item about it', () => {
    expect(properties(guided(['depression'], 'storage'))).not.toContain('topic-plays')
    expect(properties(guided(['depression'], 'storage'))).not.toContain('show-plays')
    expect(properties(guided(['storage'], 'depression'))).not.toContain('topic-plays')
    expect(properties(guided(['storage'], 'depression'))).toContain('show-plays')
    expect(properties(guided(['storage'], 'postpartum depression'))).not.toContain('topic-plays')
    expect(properties(guided(['storage'], 'storage'))).toContain('topic-plays')
  })

  test('is also what the tags of music tell; genres that only sound so are not', () => {
    expect(['christian rock', 'worship', 'nasheed'].map(kept)).toEqual([false, false, false])
    expect(['death metal', 'ambient', 'gospel', 'war metal'].map(kept)).toEqual([true, true, true, true])
  })

  test('takes its reason with it', () => {
    expect(toRequest(guided(['depression'], 'depression')).request.reasons).toEqual([{ code: 'topic-match', weight: 1, factIds: [] }])
  })

  test('titles of music are art, not topics', () => {
    const brief = sampleBrief({ item: { title: 'War Pigs on Depression Street', by: 'C-Doc' } })
    expect(applyGuidelines(brief, ours, null)).toBe(brief)
  })
})

const sensitive = (topic: string) =>
  taggedEpisode([topic], topic)
    .evidence.filter((fact) => isSensitive(fact, ours))
    .map(({ property }) => property)

test('a fact about the listener is sensitive where it names such a topic, and a fact of the catalogue never is', () => {
  expect(sensitive('depression')).toEqual(['topic-plays'])
  expect(sensitive('storage')).toEqual([])
})

describe('what guidelines refuse', () => {
  const brief = guided(['mental health'])

  test('the tag of an episode may be named, and nothing of the kind about the listener', () => {
    expect(refused(brief, 'Tagged mental health.')).toEqual([])
    expect(refused(brief, 'You finished 4 of 5 episodes about mental health.')).not.toEqual([])
    expect(refused(brief, 'For your mental health.')).not.toEqual([])
  })

  test('opinion, where the topic wants none', () => {
    expect(refused(brief, 'Worth an hour.').join()).toMatch(/no opinion/u)
    expect(refused(guided(['storage']), 'Ana Lind is a guest. Worth a fair listen.').join()).not.toMatch(/no opinion/u)
  })

  test('words of a guideline, but not inside a name', () => {
    const own = mergeGuidelines([{ id: 'house-style', refuse: ['guest'] }])
    const styled = applyGuidelines(taggedEpisode(['storage'], 'storage'), own, null)
    expect(refused(styled, 'The guest is Ana Lind.').join()).toMatch(/house-style do not want “guest”/u)
    expect(refused(styled, 'From Open Door.')).toEqual([])
  })

  test('quotations about self-harm, not the title', () => {
    const told = guided(['suicide'])
    expect(refused(told, 'It says: “A quiet hour with Ana Lind about getting well.”').join()).toMatch(/no quotation/u)
    expect(refused(told, '“The long talk” is an episode of Open Door.')).toEqual([])
  })
})

describe('markets', () => {
  test.each([
    ['de', null, true],
    ['de-CH', null, true],
    ['en', 'DE', true],
    ['en-AT', null, true],
    ['en', null, false],
    ['en-US', 'US', false],
  ] as const)('%s in %s: the German guideline holds: %s', (language, market, holds) => {
    expect(guided(['gestapo', 'storage', 'Third Reich'], 'storage', market, language).guidelines?.ids.includes('market-de') ?? false).toBe(holds)
  })

  test('a language that is no language is no error', () => {
    expect(() => guided(['war'], 'war', null, '!!')).not.toThrow()
  })
})

describe('an operator', () => {
  const base = { providers: [async () => ({ default: {} as never })], order: { track: ['house'], episode: ['house'] } }

  test('replaces ours by id and adds more', () => {
    const merged = mergeGuidelines([
      { id: 'politics', lines: ['Ours.'] },
      { id: 'brewing', tags: ['beer'] },
    ])
    expect(merged.find(({ id }) => id === 'politics')).toMatchObject({ lines: ['Ours.'], tags: [], callbacks: true })
    expect(merged).toHaveLength(ours.length + 1)
  })

  test('is told where a guideline is wrong', () => {
    const parsed = linerNotesConfigSchema.safeParse({ ...base, guidelines: [{ id: 'Beer!', markets: ['Germany'], line: [] }], market: 'de' })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['guidelines.0.id', 'guidelines.0.markets.0', 'guidelines.0', 'market'])
    expect(linerNotesConfigSchema.safeParse({ ...base, guidelines: [{ id: 'beer' }], market: 'DE' }).success).toBe(true)
  })
})

test('texts written before a guideline are not served under it', () => {
  const brief = taggedEpisode(['brewing'], 'storage')
  const strict = applyGuidelines(brief, mergeGuidelines([{ id: 'beer', tags: ['brewing'], refuse: ['guest'] }]), null)
  expect(briefHash(strict)).not.toBe(briefHash(brief))
})

const data = database()

test('narrate() puts them in and holds to them, whoever writes', async () => {
  const asked: (readonly string[] | undefined)[] = []
  const bold = scriptedProvider((request) => {
    asked.push(request.guidelines)
    return [start, ...sentence('You finished 4 of 5 episodes about depression.', 'F1'), ...sentence('Ana Lind is a guest.'), end]
  })
  await using given = await testNarrator(data.db, [plugin('bold', bold)])
  const narrative = written(await given.narrator.narrate(taggedEpisode(['depression'], 'depression'), ask()))
  expect(narrative.text).toBe('Ana Lind is a guest.')
  expect(asked[0]).toContain('Say what the episode treats, not what it would do for anybody. No advice, no promise of a cure.')
})
