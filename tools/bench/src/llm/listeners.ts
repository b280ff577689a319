import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { sampleTrackRequest } from '@linernotes/narrative-sdk/testing'

/** The listener of that number, who comes back to an artist and a record that nobody else has. */
export function listenerRequest(number: number): NarrativeRequest {
  const [artist, title, release, plays, year] = [markOf(number), `Song ${number}`, `Record ${number}`, 100 + number, 2000 + (number % 20)]
  return {
    ...sampleTrackRequest,
    seed: number,
    item: { title, by: artist },
    facts: [
      fact('F0', 'catalog', 'item', `“${title}” is by ${artist}.`, { title, artist, show: null }),
      fact('F1', 'listening', 'artist-plays', `You played ${artist} ${plays} times in ${year}.`, { artist, plays, year }),
      fact('F2', 'listening', 'artist-last-play', `Your last ${artist} play was in March ${year + 2}.`, { artist, month: `${year + 2}-03` }),
      fact('F3', 'catalog', 'release', `“${title}” is from the release “${release}”, ${year - 5}.`, { title, release, year: year - 5 }),
    ],
  }
}

/** A name that stands in the request of this listener, and in no other. */
export function markOf(number: number): string {
  return `Ensemble ${number}X`
}

function fact(id: string, kind: NarrativeFact['kind'], property: string, statement: string, values: NarrativeFact['values']): NarrativeFact {
  return { id, kind, property, subject: '', statement, values }
}
