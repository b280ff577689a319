import { expect, test } from 'vitest'
import { indexAudience } from './audience-index.js'
import { indexCatalogue } from './catalogue-index.js'
import { findNeighbours } from './find-neighbours.js'
import type { Rows } from './read-rows.js'

const rowsOf = (plays: readonly (readonly [listener: string, track: string, plays: number])[]): Rows => ({
  artists: ['A', 'B', 'C'].map((id) => ({ id, is_special_purpose: false })),
  releases: [],
  releaseTags: [],
  tracks: ['a', 'b', 'c'].map((id) => ({ id, release_id: null, advisory: 'unknown' })),
  trackArtists: ['a', 'b', 'c'].map((id) => ({ track_id: id, artist_id: id.toUpperCase() })),
  shows: [],
  episodes: [],
  episodeTags: [],
  transcripts: [],
  plays: plays.map(([listener_id, item_id, count]) => ({ listener_id, item_id, plays: count })),
})

test('similarity is the cosine of damped plays, shrunk by the number of shared listeners', () => {
  const rows = rowsOf([
    ['one', 'a', 1],
    ['one', 'b', 3],
    ['two', 'a', 3],
    ['two', 'b', 1],
    ['three', 'a', 7],
    ['three', 'c', 1],
  ])
  const audience = indexAudience(rows, indexCatalogue(rows))
  // In units of log 2: A = (1, 2, 3), B = (2, 1, 0), C = (0, 0, 1). A·B = 4, A·C = 3.
  const cosineAB = 4 / (Math.sqrt(14) * Math.sqrt(5))
  const cosineAC = 3 / Math.sqrt(14)
  expect(findNeighbours(audience, 0, 1, 10)).toEqual([
    { creator: 1, similarity: expect.closeTo((cosineAB * 2) / 12, 6), sharedListeners: 2 },
    { creator: 2, similarity: expect.closeTo((cosineAC * 1) / 11, 6), sharedListeners: 1 },
  ])
  expect(findNeighbours(audience, 0, 2, 10).map(({ creator }) => creator)).toEqual([1])
})
