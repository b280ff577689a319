import type { Evidence } from '@linernotes/catalog'
import { sanitise, type NarrativeFact, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { Brief } from './brief.js'
import { namelessItem, safeFact } from './safety/safe-fact.js'
import { unsayableBareName, unsayableName } from './safety/unsayable.js'

/** A request, and the way back from its fact ids to evidence. */
export interface NumberedRequest {
  readonly request: NarrativeRequest
  readonly evidenceIdOf: ReadonlyMap<string, string>
}

/** More than this is never written about one item; what is left over stands last in the brief. */
const most = { facts: 40, passages: 8, characters: 16_000 }
const longestName = 200

function sizeOf(fact: NarrativeFact): number {
  return fact.statement.length + JSON.stringify(fact.values).length
}

/** The item by its name, or as "this track" where the name is not to be repeated. */
function nameItem(brief: Brief): NarrativeRequest['item'] {
  const [title, by] = [sanitise(brief.item.title, longestName), sanitise(brief.item.by, longestName)]
  return { title: unsayableName(title) === null ? title : namelessItem[brief.kind], by: unsayableBareName(by) === null ? by : '' }
}

/** For a brief whose evidence does not say what the item is. */
function itemFact(brief: Brief): NarrativeFact {
  const { title, by } = nameItem(brief)
  const named = title === namelessItem[brief.kind] ? `This is ${brief.kind === 'track' ? 'a track' : 'an episode'}` : `“${title}”`
  const [artist, show] = brief.kind === 'track' ? [by || null, null] : [null, by || null]
  const statement = `${named}${by === '' ? '' : `, ${brief.kind === 'track' ? 'by' : 'an episode of'} ${by}`}.`
  return { id: 'F0', kind: 'catalog', property: 'item', subject: title, statement, values: { title: named === `“${title}”` ? title : null, artist, show } }
}

/**
 * The one place where text of feeds and catalogues becomes what providers see, and what grounding compares with: sanitised, capped, without names that
 * hold links, markup or orders to a model. Numbers the evidence F0, F1, ...; the item itself comes first, passages last. The listener stays outside.
 */
export function toRequest(brief: Brief): NumberedRequest {
  const noun = namelessItem[brief.kind]
  const item = brief.evidence.find((evidence) => evidence.property === 'item')
  const evidenceIdOf = new Map<string, string>()
  const first = (item === undefined ? null : safeFact('F0', item, noun)) ?? itemFact(brief)
  if (item !== undefined) evidenceIdOf.set(first.id, item.id)
  let characters = sizeOf(first)
  let count = 1
  const number = (evidence: readonly Evidence[], limit: number): NarrativeFact[] => {
    const numbered: NarrativeFact[] = []
    for (const entry of evidence) {
      if (numbered.length === limit) break
      const fact = safeFact(`F${count}`, entry, noun)
      if (fact === null || characters + sizeOf(fact) > most.characters) continue
      numbered.push(fact)
      evidenceIdOf.set(fact.id, entry.id)
      characters += sizeOf(fact)
      count += 1
    }
    return numbered
  }
  const facts = [
    first,
    ...number(
      brief.evidence.filter((evidence) => evidence !== item),
      most.facts,
    ),
  ]
  const passages = number(brief.passages, most.passages)
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
      item: nameItem(brief),
      reasons: brief.reasons.map(({ code, weight, evidenceIds }) => ({ code, weight, factIds: evidenceIds.flatMap((id) => factIdOf.get(id) ?? []) })),
      facts,
      passages,
      avoid: [],
      refusals: [],
      ...(brief.guidelines === undefined ? {} : { guidelines: brief.guidelines.lines }),
    },
  }
}
