import { describe, expect, it } from 'vitest'
import { creditOf, sleeveLine } from './item-credit'

const artist = { id: 'art_1' }
const track = {
  __typename: 'Track',
  id: 'trk_1',
  title: 'Slomo',
  durationMs: 202_000,
  url: null,
  artistCredits: [
    { creditedName: 'Ana', joinPhrase: ' feat. ', artist },
    { creditedName: 'Ben', joinPhrase: '', artist },
  ],
  release: { title: 'Snow', releaseDate: '2005-03', label: null },
} as const

describe('the line under a title', () => {
  it('credits as the sleeve does', () => {
    expect(creditOf(track)).toBe('Ana feat. Ben')
    expect(creditOf({ __typename: 'Episode', id: 'epi_1', title: 'x', durationMs: null, url: null, publishedAt: null, show: { title: 'Go Time' } })).toBe(
      'Go Time',
    )
  })

  it('leaves out what is not known', () => {
    expect(sleeveLine(track)).toEqual(['Snow', '2005', '3:22'])
    expect(sleeveLine({ ...track, release: null, durationMs: null })).toEqual([])
  })
})
