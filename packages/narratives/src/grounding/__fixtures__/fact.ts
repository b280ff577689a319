import type { FactProperty, FactValues, NarrativeFact } from '@linernotes/narrative-sdk'

const kinds: Readonly<Record<string, NarrativeFact['kind']>> = { transcript: 'transcript', chapter: 'mark', soundbite: 'mark', 'shared-audience': 'audience', 'few-listeners': 'audience' }

/** A fact as a brief holds it. */
export function fact<P extends FactProperty>(id: string, property: P, values: FactValues[P], statement: string, subject = 'you'): NarrativeFact {
  const kind = kinds[property] ?? (property.endsWith('plays') || property.endsWith('play') || property === 'long-tracks-finished' ? 'listening' : 'catalog')
  return { id, kind, property, subject, statement, values: values as NarrativeFact['values'] }
}
