import { describe, expect, it } from 'vitest'
import { groupHits, hitDetail, hitName } from './hit-words'
import type { Hit } from './search.documents'

const artist: Hit = { __typename: 'Artist', id: 'art_1', name: 'And/Or', disambiguation: null, country: 'CL' }
const episode: Hit = {
  __typename: 'Episode',
  id: 'epi_1',
  title: 'Linux Look-Back',
  durationMs: 3_600_000,
  publishedAt: '2023-01-30T03:45:00.000Z',
  url: null,
  show: { title: 'LINUX Unplugged' },
}

describe('what was found', () => {
  it('stands in groups, each in the order in which it was found', () => {
    const other: Hit = { ...episode, id: 'epi_2' }
    expect(groupHits([episode, artist, other]).map(({ label, hits }) => [label, hits.map(({ id }) => id)])).toEqual([
      ['Artists', ['art_1']],
      ['Episodes', ['epi_1', 'epi_2']],
    ])
  })

  it('is told apart by what is known of it', () => {
    expect([hitName(artist), hitDetail(artist)]).toEqual(['And/Or', 'CL'])
    expect(hitDetail(episode)).toBe('LINUX Unplugged · 30 January 2023 · 1:00:00')
    expect(hitDetail({ ...episode, publishedAt: null, durationMs: null })).toBe('LINUX Unplugged')
  })
})
