import type { Evidence } from '@linernotes/catalog'
import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import type { Brief } from './brief.js'

/** A request, and the way back from its fact ids to evidence. */
export interface NumberedRequest {
  readonly request: NarrativeRequest
  readonly evidenceIdOf: ReadonlyMap<string, string>
}

/** Longer texts are cut: they come from feeds. Quotations are never cut, they would not be literal. */
const longest = 800

function factOf(id: string, evidence: Evidence): NarrativeFact {
  const { kind, property, subject, statement, values } = evidence
  return { id, kind, property, subject: subject.slice(0, longest), statement: statement.slice(0, longest), values }
}

/** Numbers the evidence F0, F1, ...; the item itself comes first, passages last. The listener stays outside. */
export function toRequest(brief: Brief): NumberedRequest {
  const item = brief.evidence.find((evidence) => evidence.property === 'item')
  const rest = brief.evidence.filter((evidence) => evidence !== item)
  const titled: NarrativeFact = {
    id: 'F0',
    kind: 'catalog',
    property: 'item',
    subject: brief.item.title.slice(0, longest),
    statement: `“${brief.item.title}”, ${brief.kind === 'track' ? 'by' : 'an episode of'} ${brief.item.by}.`.slice(0, longest),
    values: { title: brief.item.title, artist: brief.kind === 'track' ? brief.item.by : null, show: brief.kind === 'episode' ? brief.item.by : null },
  }
  const facts = [item === undefined ? titled : factOf('F0', item), ...rest.map((evidence, index) => factOf(`F${index + 1}`, evidence))]
  const passages = brief.passages.map((evidence, index) => factOf(`F${facts.length + index}`, evidence))
  const evidenceIdOf = new Map<string, string>([
    ...(item === undefined ? [] : [['F0', item.id] as const]),
    ...rest.map((evidence, index) => [`F${index + 1}`, evidence.id] as const),
    ...brief.passages.map((evidence, index) => [`F${facts.length + index}`, evidence.id] as const),
  ])
  const factIdOf = new Map([...evidenceIdOf].map(([factId, evidenceId]) => [evidenceId, factId]))
  const { kind, style, language, maxWords, spoilerFree, seed } = brief
  return {
    evidenceIdOf,
    request: {
      kind,
      style,
      language,
      maxWords,
      spoilerFree,
      seed,
      item: brief.item,
      reasons: brief.reasons.map(({ code, weight, evidenceIds }) => ({ code, weight, factIds: evidenceIds.flatMap((id) => factIdOf.get(id) ?? []) })),
      facts,
      passages,
      avoid: [],
      refusals: [],
    },
  }
}
