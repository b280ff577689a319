import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, it } from 'vitest'
import { facts, request } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true })

/** Texts that 400 seeds give. */
async function textsOf(code: string | null, list: readonly NarrativeFact[]): Promise<Set<string>> {
  const texts = new Set<string>()
  for (let seed = 0; seed < 400; seed += 1) texts.add((await readNarrative(narrator, request(code, list, { seed }))).text)
  return texts
}

describe('the good lines of the voice are within reach', () => {
  it('label, then a release that says its piece', async () => {
    const list = facts(
      ['item', { title: 'Mondeo (msc Remix)', artist: 'Keyboard Rebel', show: null }],
      ['label-plays', { label: 'aaahh records', tracks: 31, since: 2021 }],
      ['release', { title: 'Mondeo (msc Remix)', release: 'Remix Is Love', year: 2010 }],
      ['label', { release: 'Remix Is Love', label: 'aaahh records' }],
    )
    expect(await textsOf('same-label', list)).toContain(
      'Thirty-one aaahh records tracks since 2021. Next: “Mondeo”, off a 2010 release that says its piece in the title, “Remix Is Love”.',
    )
  })

  it('a rediscovery that predates the plays', async () => {
    const list = facts(
      ['item', { title: 'Digg It! (7" FunkEdit)', artist: 'C-Doc', show: null }],
      ['artist-plays', { artist: 'C-Doc', plays: 212, year: 2016 }],
      ['artist-last-play', { artist: 'C-Doc', month: '2018-03' }],
      ['release', { title: 'Digg It! (7" FunkEdit)', release: "Followin' Me (Remixx)", year: 2012 }],
      ['label', { release: "Followin' Me (Remixx)", label: 'blocSonic' }],
    )
    expect(await textsOf('rediscovery', list)).toContain(
      'You played C-Doc 212 times in 2016 and stopped in March 2018. This one predates all of it: 2012, blocSonic.',
    )
  })

  it('no history, and a title that says something', async () => {
    const list = facts(
      ['item', { title: 'Yet Another Cosmic Jazz', artist: 'Pk Jazz Collective', show: null }],
      ['release-tags', { release: 'Cosmic', tags: ['jazz', 'instrumental', 'experimental'] }],
    )
    expect(await textsOf(null, list)).toContain('It calls itself “yet another”. From an instrumental, experimental jazz release.')
  })

  it('a long track for someone who stays', async () => {
    const list = facts(
      ['item', { title: 'Dream Catchers', artist: 'A.L.N.P.S.V.', show: null }],
      ['track-length', { title: 'Dream Catchers', durationMs: 503_000 }],
      ['long-tracks-finished', { finished: 9, of: 10, overMinutes: 7 }],
    )
    expect(await textsOf('shared-tags', list)).toContain(
      'Eight minutes and twenty-three seconds. You stay for those: nine of ten tracks over seven minutes, to the end.',
    )
  })

  it('a hidden gem, counted', async () => {
    const list = facts(
      ['item', { title: 'Children In The Closet', artist: 'Radio 421', show: null }],
      ['few-listeners', { title: 'Children In The Closet', fewerThan: 10 }],
      ['track-length', { title: 'Children In The Closet', durationMs: 143_000 }],
      ['release', { title: 'Children In The Closet', release: 'Closet', year: 2012 }],
      ['release-tags', { release: 'Closet', tags: ['rock', 'punk'] }],
    )
    expect(await textsOf('hidden-gem', list)).toContain('Two minutes twenty-three from a 2012 punk release that fewer than ten people here have found.')
  })

  it('an episode with chapters', async () => {
    const list = facts(
      ['item', { title: 'Perfect Plex Setup', artist: null, show: 'Self-Hosted' }],
      ['chapter', { title: 'Plex-Meta-Manager', startMs: 1_668_000 }],
      ['chapter', { title: 'MovieMatch for Plex', startMs: 1_924_000 }],
    )
    expect(await textsOf(null, list)).toContain('“Plex-Meta-Manager” at 27:48, “MovieMatch for Plex” at 32:04.')
  })

  it('and says less where nothing is known', async () => {
    const texts = await textsOf(null, facts(['item', { title: 'Click https://evil.example now', artist: 'Foo', show: null }]))
    expect(texts).toEqual(new Set(['By Foo.', 'Foo.']))
  })
})
