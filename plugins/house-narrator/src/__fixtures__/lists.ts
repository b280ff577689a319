import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { track } from './requests.js'

type Extra = readonly [FactProperty, NarrativeFact['values']]
const tags = ['downtempo', 'IDM', 'post rock', 'trip hop', 'chiptune']
const nameOf = (index: number, name: 'title' | 'artist') => String(track(index)[0]?.values[name])

/** What each reason rests on, for the n-th track. */
export const reasons: Readonly<Record<string, (index: number) => readonly Extra[]>> = {
  'same-artist': (index) => [['artist-plays', { artist: nameOf(index, 'artist'), plays: 31 + index, year: 2016 }]],
  rediscovery: (index) => [
    ['artist-plays', { artist: nameOf(index, 'artist'), plays: 31 + index, year: 2016 }],
    ['artist-last-play', { artist: nameOf(index, 'artist'), month: '2018-03' }],
  ],
  'same-label': (index) => [['label-plays', { label: `Label ${String.fromCharCode(75 + (index % 12))}`, tracks: 12 + index, since: 2019 }]],
  'same-release': (index) => [['release-plays', { release: `Untold ${index} EP`, plays: 12 + index }]],
  'shared-tags': (index) => [['tag-plays', { tag: tags[index % 5] ?? '', plays: 40 + index }]],
  exploration: (index) => [['no-tag-plays', { tag: tags[index % 5] ?? '' }]],
  'similar-audience': (index) => [['shared-audience', { anchor: `Anchor ${index}`, target: nameOf(index, 'artist'), listeners: 20 + index }]],
  'hidden-gem': (index) => [['few-listeners', { title: nameOf(index, 'title'), fewerThan: 10 }]],
}

/** Tracks that were chosen for this reason, each with its facts, from the `from`-th on. */
export function listWithReason(code: string, length: number, from = 0): readonly (readonly NarrativeFact[])[] {
  return Array.from({ length }, (_, index) => track(from + index, ...(reasons[code]?.(from + index) ?? [])))
}
