import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { HouseConfig } from './config.js'
import { clash, costOfRepeating, Draft } from './draft.js'
import type { Language, PhrasePool } from './language.js'
import { readFamilies } from './read-families.js'
import { renderPhrase, type RenderedSentence, type Rendering } from './render-phrase.js'
import { seededRandom } from './seeded-random.js'

/** Words at most, and sentences beside the reason at most; the request may allow fewer words. */
const limits = { blurb: { words: 25, details: 1 }, dj: { words: 45, details: 1 }, pitch: { words: 60, details: 2 } }
/** With fewer words left than this, a detail would be a stump. */
const leastDetail = 3
/** A lead that says one of these of more than the reason rests on has its detail already. */
const ownDetails = ['tags', 'out', 'label', 'release', 'length', 'older', 'newer', 'sameyear', 'samerelease']

type Reason = NarrativeRequest['reasons'][number]
const idsOf = (rendering: Rendering) => [...new Set(rendering.sentences.flatMap((sentence) => sentence.factIds))]

/** Sentences about one item, from the request's facts and the language's phrases; empty where not one true sentence fits. */
export function composeNarrative(request: NarrativeRequest, language: Language, config: HouseConfig): readonly RenderedSentence[] {
  const find = readFamilies(request, language.rules)
  const listening = new Set(request.facts.filter((fact) => fact.kind === 'listening').map((fact) => fact.id))
  const isCallback = (rendering: Rendering) => idsOf(rendering).some((id) => listening.has(id))
  const render = (role: PhrasePool['role'], wanted: (pool: PhrasePool) => boolean = () => true) =>
    language.pools
      .filter((pool) => pool.role === role && pool.kinds.includes(request.kind) && wanted(pool))
      .flatMap(({ phrases, reserve = [] }) => [...phrases.map((phrase) => [phrase, false] as const), ...reserve.map((phrase) => [phrase, true] as const)])
      .flatMap(([phrase, isReserve]) => renderPhrase(phrase, find, language.rules, isReserve) ?? [])

  const details = render('detail').filter((detail) => !isCallback(detail))
  const leadsOf = (reason: Reason | undefined): readonly Rendering[] => {
    const ids = new Set(reason?.factIds)
    const about = render('lead', (pool) => find(pool.about ?? '')?.factIds.some((id) => ids.has(id)) ?? false)
    return tellingFirst(
      about.filter((lead) => config.callbacks || !isCallback(lead)),
      reason,
      request,
    )
  }
  // The ranker's first reason; where it cannot be said, the next one that can.
  const reason = request.reasons.find((one) => leadsOf(one).length > 0) ?? request.reasons[0]
  const reasonIds = new Set(reason?.factIds)
  const leads = leadsOf(reason)
  const limit = limits[request.style]
  const draft = new Draft(request.avoid, Math.min(request.maxWords, limit.words), seededRandom(JSON.stringify([request.seed, request.style, request.facts])))
  // What the listener did is stated whole: the plays and the month they stopped, where both are the reason.
  const callbacks = (rendering: Rendering) => idsOf(rendering).filter((id) => reasonIds.has(id) && listening.has(id)).length
  writeReason(draft, leads, details, callbacks)
  if (draft.isEmpty) draft.add(details.filter((detail) => idsOf(detail).some((id) => reasonIds.has(id))))

  const isDetailed = (family: string) => draft.families.has(family) && (find(family)?.factIds.some((id) => !reasonIds.has(id)) ?? false)
  const supports = [...details, ...leads.filter((lead) => !isCallback(lead))]
  const more = draft.isEmpty ? limit.details + 1 : limit.details - (ownDetails.some(isDetailed) ? 1 : 0)
  // Spoken, one thing after the other, a phrase is heard again: it is left out, but for the reason, and the name alone is always left to say.
  const addMore = (candidates: readonly Rendering[]) => {
    if (request.style !== 'dj' || draft.isEmpty || draft.leastCost(candidates, () => 0) < costOfRepeating) draft.add(candidates)
  }
  for (let count = 0; count < more && draft.wordsLeft >= leastDetail; count += 1) addMore(supports)
  if (request.style === 'dj') addMore(render('closing'))
  const lastWords = render('last-word')
  if (draft.isEmpty) draft.add(lastWords.filter((words) => words.said.length > 0))
  if (draft.isEmpty) draft.add(lastWords)
  return draft.sentences
}

/**
 * Those that state what the reason rests on first of all. Plays of one thing prove each other: how often and since when are the same reason. What
 * others play, or what was never played, is a reason of its own, and no callback stands in for it.
 */
function tellingFirst(leads: readonly Rendering[], reason: Reason | undefined, request: NarrativeRequest): readonly Rendering[] {
  const [first] = reason?.factIds ?? []
  const fact = request.facts.find(({ id }) => id === first)
  if (fact === undefined || (fact.kind === 'listening' && fact.property !== 'no-tag-plays')) return leads
  const telling = leads.filter((lead) => idsOf(lead).includes(fact.id))
  return telling.length > 0 ? telling : leads
}

/** The reason first; where every way to open with it was heard before, a detail first and the reason second. */
function writeReason(draft: Draft, leads: readonly Rendering[], details: readonly Rendering[], covers: (rendering: Rendering) => number): void {
  const shortest = Math.min(...leads.map((lead) => lead.words))
  const cost = draft.leastCost(leads, covers)
  // A detail that says what every lead has to say would leave the reason out.
  const before = details.filter((detail) => leads.some((lead) => !clash(detail, lead)))
  if (Number.isFinite(cost) && cost >= costOfRepeating && draft.leastCost(before, () => 0, shortest + 6) < costOfRepeating)
    draft.add(before, { wordsToSpare: shortest + 6 })
  draft.add(leads, { covers, weight: () => 1 })
}
