import { createEvidence, type Evidence } from '@linernotes/catalog'
import type { FactProperty, FactValues, NarrativeFact } from '@linernotes/narrative-sdk'
import type { Brief } from '../brief.js'

const source = { name: 'Test', url: null, licence: 'CC0-1.0', retrievedAt: null }

export function evidence<P extends FactProperty>(property: P, values: FactValues[P], statement: string, kind: NarrativeFact['kind'] = 'catalog', subject = 'you'): Evidence {
  return createEvidence({
    kind,
    property,
    subjectId: null,
    subject,
    statement,
    values: values as unknown as Evidence['values'],
    source,
    query: null,
    computedAt: null,
    episodeId: null,
    plays: null,
    firstPlayedAt: null,
    lastPlayedAt: null,
    listeners: null,
  })
}

/** "Digg It!" by C-Doc, for somebody who played C-Doc `plays` times in 2016. */
export function sampleBrief(overrides: Partial<Brief> = {}, plays = 212): Brief {
  const title = 'Digg It! (7" FunkEdit)'
  const played = evidence('artist-plays', { artist: 'C-Doc', plays, year: 2016 }, `You played C-Doc ${plays} times in 2016.`, 'listening')
  return {
    itemId: `trk_${plays}`,
    kind: 'track',
    listenerId: 'lis_a',
    style: 'blurb',
    language: 'en',
    maxWords: 25,
    spoilerFree: true,
    seed: null,
    item: { title, by: 'C-Doc' },
    reasons: [{ code: 'rediscovery', weight: 0.8, evidenceIds: [played.id] }],
    evidence: [
      evidence('item', { title, artist: 'C-Doc', show: null }, `“${title}” by C-Doc.`, 'catalog', title),
      played,
      evidence('artist-last-play', { artist: 'C-Doc', month: '2018-03' }, 'You last played C-Doc in March 2018.', 'listening'),
      evidence('release', { title, release: "Followin' Me (Remixx)", year: 2012 }, `“${title}” is on “Followin' Me (Remixx)” from 2012.`, 'catalog', "Followin' Me (Remixx)"),
    ],
    passages: [],
    ...overrides,
  }
}
