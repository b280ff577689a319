import type { FactProperty, NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'

type Values = NarrativeFact['values']
const listening = new Set<string>(
  'artist-plays artist-first-play artist-last-play release-plays label-plays tag-plays no-tag-plays long-tracks-finished show-plays topic-plays'.split(' '),
)
const kindOf = (property: string): NarrativeFact['kind'] =>
  listening.has(property) ? 'listening' : property === 'shared-audience' || property === 'few-listeners' ? 'audience' : 'catalog'

/** Facts numbered from F0 in the order given; the first is the item. */
export function facts(...list: readonly (readonly [FactProperty, Values])[]): NarrativeFact[] {
  return list.map(([property, values], index) => ({
    id: `F${index}`,
    kind: kindOf(property),
    property,
    subject: 'subject',
    statement: JSON.stringify(values),
    values,
  }))
}

/** A request whose first reason rests on the listening and audience facts in the list. */
export function request(code: string | null, list: readonly NarrativeFact[], more: Partial<NarrativeRequest> = {}): NarrativeRequest {
  const factIds = list.filter((fact) => fact.kind !== 'catalog').map((fact) => fact.id)
  const item = list[0]?.values ?? {}
  return {
    kind: item['show'] === null || item['show'] === undefined ? 'track' : 'episode',
    style: 'blurb',
    language: 'en',
    maxWords: 25,
    spoilerFree: true,
    seed: 1,
    item: { title: String(item['title']), by: String(item['artist'] ?? item['show']) },
    reasons: code === null ? [] : [{ code, weight: 0.6, factIds }],
    facts: list,
    passages: [],
    avoid: [],
    refusals: [],
    ...more,
  }
}

const names = 'Altwide Slomo Mondeo Gakki Nimbo Tanku Duppy Interflow Lapindo Veronique'.split(' ')
const tags = ['downtempo', 'IDM', 'post rock', 'trip hop', 'chiptune']

/** The n-th of a list of tracks, each with the catalogue facts that most tracks have. */
export function track(index: number, ...extra: readonly (readonly [FactProperty, Values])[]): NarrativeFact[] {
  const title = `${names[index % 10]} ${'I'.repeat(1 + Math.floor(index / 10))}`
  const release = `Untold ${index} EP`
  return facts(
    ['item', { title, artist: `Artist ${String.fromCharCode(65 + index)}`, show: null }],
    ...extra,
    ['track-length', { title, durationMs: 100_000 + index * 21_000 }],
    ['release', { title, release, year: 2001 + (index % 13) }],
    ['label', { release, label: `Label ${String.fromCharCode(75 + (index % 12))}` }],
    ['release-tags', { release, tags: ['electronic', tags[index % 5] ?? 'techno'] }],
  )
}

