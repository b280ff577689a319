import type { FactProperty, NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'

type Values = NarrativeFact['values']
const kinds: Readonly<Record<string, NarrativeFact['kind']>> = {
  'topic-plays': 'listening',
  'show-plays': 'listening',
  'shared-audience': 'audience',
  'few-listeners': 'audience',
  transcript: 'transcript',
  chapter: 'mark',
  soundbite: 'mark',
}

function facts(...list: readonly (readonly [FactProperty, Values])[]): NarrativeFact[] {
  return list.map(([property, values], index) => ({
    id: `F${index}`,
    kind: kinds[property] ?? 'catalog',
    property,
    subject: 'subject',
    statement: JSON.stringify(values),
    values,
  }))
}

export function passage(id: string, quote: string, speaker: string | null = 'Nick Sweeting', startMs: number | null = null): NarrativeFact {
  return { id, kind: 'transcript', property: 'transcript', subject: 'subject', statement: quote, values: { quote, speaker, startMs, endMs: startMs } }
}

const item: readonly [FactProperty, Values] = ['item', { title: 'From chaos to clarity', artist: null, show: 'The Changelog' }]
export const selfHosting: readonly [FactProperty, Values] = ['topic-plays', { topic: 'self-hosting', finished: 4, of: 5 }]

/** A pitch about one episode whose first reason is the fact after the item. */
export function request(list: readonly (readonly [FactProperty, Values])[], passages: readonly NarrativeFact[], more: Partial<NarrativeRequest> = {}): NarrativeRequest {
  return {
    kind: 'episode',
    style: 'pitch',
    language: 'en',
    maxWords: 60,
    spoilerFree: true,
    seed: 1,
    item: { title: 'From chaos to clarity', by: 'The Changelog' },
    reasons: list.length === 0 ? [] : [{ code: 'topic-match', weight: 0.6, factIds: ['F1'] }],
    facts: facts(item, ...list),
    passages,
    avoid: [],
    refusals: [],
    ...more,
  }
}
