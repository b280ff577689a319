import { describe, expect, it } from 'vitest'
import { passage, request, selfHosting } from './__fixtures__/requests.js'
import { bm25 } from './bm25.js'
import { chooseQuote } from './choose-quote.js'
import { quotability } from './quotability.js'

const quotable = (text: string, spoilerFree = true) => quotability(text, { spoilerFree })

describe('what may be quoted', () => {
  it('is a whole sentence that stands alone', () => {
    expect(quotable('Self-hosting your photos takes one weekend and a spare disk.')).toBeGreaterThan(0.7)
    for (const broken of ['takes one weekend and a spare disk', 'Self-hosting your photos takes one weekend and...', 'It was like that and this.']) {
      expect(quotable(broken) ?? 0).toBeLessThan(0.5)
    }
    expect(quotable('And so they keep every photo on a spare disk.')).toBeLessThan(quotable('Families keep every photo on a spare disk.') ?? 0)
  })

  it('is no advertisement, greeting or housekeeping, and carries no markup', () => {
    for (const text of [
      'Our sponsor today builds spare disks for photo archives.',
      'Use promo code CHANGELOG for a spare photo disk today.',
      'Thanks for joining us to talk about photo archives.',
      "Let's take a quick break before the photo archives.",
      'Welcome back to another episode about photo archives.',
      'The photo archive lives at https://example.com these days.',
      'The photo archive [laughs] lives on a spare disk now.',
    ]) {
      expect(quotable(text)).toBeNull()
    }
  })

  it('is not what a recogniser said twice, or began in the middle', () => {
    expect(quotable('I mean I mean the archive depends on the disk of the family.')).toBeNull()
    expect(quotable('The reverse proxy answers before the application has woken up. right.')).toBeNull()
  })

  it('gives no ending away where that was asked for', () => {
    const ending = 'It turns out that the archive was empty from the first day.'
    expect(quotable(ending)).toBeNull()
    expect(quotable(ending, false)).not.toBeNull()
  })
})

describe('the chosen quote', () => {
  const off = passage('P0', 'Michigan winters keep most families inside for several months every year.')
  const on = passage('P1', 'People start self-hosting when one cloud company loses their photos.', 'Ana Ruiz', 803_000)

  it('answers the listener’s interest', () => {
    expect(chooseQuote(request([selfHosting], [off, on]))).toEqual({
      text: 'People start self-hosting when one cloud company loses their photos.',
      words: 10,
      isCutAtPauses: false,
      factId: 'P1',
      speaker: 'Ana Ruiz',
      startMs: 803_000,
      position: null,
    })
  })

  it('names the interest rather than the title, also where every passage does', () => {
    const both = 'Self-hosting teaches families patience with every spare disk. Chaos and clarity share one house in winter.'
    expect(chooseQuote(request([selfHosting], [passage('P0', both), passage('P1', both)]))?.text).toMatch(/^Self-hosting/u)
  })

  it('names the topic that is told rather than what the title says or another topic, however often those are named', () => {
    const docker: typeof selfHosting = ['topic-plays', { topic: 'docker', finished: 5, of: 5 }]
    const proxy: typeof selfHosting = ['topic-plays', { topic: 'reverse proxy', finished: 5, of: 5 }]
    const titled = passage('P0', 'A reverse proxy before every house is a doorman who knows every tenant.')
    const told = passage('P1', 'Docker volumes hold what families keep, and families forget that every year of their lives.')
    const asked = request([docker, proxy], [titled, told], {
      item: { title: 'A reverse proxy before every house', by: 'The Changelog' },
      reasons: [{ code: 'topic-match', weight: 0.6, factIds: ['F1', 'F2'] }],
    })
    expect(chooseQuote(asked)?.factId).toBe('P1')
  })

  it('is a literal run of the passage', () => {
    const long = passage('P2', 'Yeah.  I know. Self-hosting pays off   when your archive outlives the company that made it. Right? Anyway, hello.')
    const quote = chooseQuote(request([selfHosting], [long]))
    expect(String(long.values['quote'])).toContain(quote?.text)
    expect(quote?.text).toMatch(/^Self-hosting pays off/u)
  })

  it('is not one that was on show before, nor from behind the first third of the episode', () => {
    const other = passage('P3', 'Self-hosting archives teach families what their photos are worth.')
    expect(chooseQuote(request([selfHosting], [on, other], { avoid: [`Ana Ruiz: “${String(on.values['quote'])}”`] }))?.factId).toBe('P3')
    const late = request([selfHosting, ['episode-length', { title: 'From chaos to clarity', durationMs: 900_000 }]], [on])
    expect(chooseQuote(late)).toBeNull()
    expect(chooseQuote({ ...late, spoilerFree: false })?.factId).toBe('P1')
  })

  it('prefers what the show itself cut out', () => {
    const one = passage('P4', 'Self-hosting archives teach families what their photos mean.', 'Ana Ruiz', 100_000)
    const two = passage('P5', 'Self-hosting archives teach families what their photos cost.', 'Ana Ruiz', 200_000)
    for (const [startMs, id] of [
      [100_000, 'P4'],
      [200_000, 'P5'],
    ] as const) {
      expect(chooseQuote(request([selfHosting, ['soundbite', { title: null, startMs, durationMs: 9000 }]], [one, two]))?.factId).toBe(id)
    }
  })

  it('is none where nothing is worth it', () => {
    expect(chooseQuote(request([selfHosting], [passage('P6', 'Yeah, I know, right? Hello everyone.')]))).toBeNull()
    expect(chooseQuote(request([selfHosting], []))).toBeNull()
  })
})

it('scores documents by rare terms first, and those without them as nothing', () => {
  const documents = [['photo', 'archive'], ['photo', 'disk'], ['photo']]
  const [archive, disk, photo] = bm25(documents, ['photo', 'archive'])
  expect(archive).toBeGreaterThan(disk ?? Infinity)
  expect(photo).toBeGreaterThan(0)
  expect(bm25(documents, ['zfs'])).toEqual([0, 0, 0])
  expect(bm25([], ['zfs'])).toEqual([])
})
