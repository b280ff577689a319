import type { ItemKind, Suggestion } from '../suggestion.js'
import type { RecommendContext } from '../recommend.js'
import { recommend } from '../recommend.js'
import type { RecommendResult } from '../recommend-input.js'
import { seededChance } from '../seeded-chance.js'
import { shareOf, type Share } from './share.js'

export interface FaithfulnessQuestion {
  readonly recipe: string
  readonly kinds: readonly ItemKind[]
  readonly listenerIds: readonly string[]
  /** How many suggestions of each listener are looked at, from the top. */
  readonly top: number
  readonly adventurousness: number
  /** Which history items the controls take. */
  readonly seed: number
}

/** Whether what is given as the reason is the reason: what becomes of an item when its top reason's plays are taken away. */
export interface Faithfulness {
  readonly recipe: string
  readonly adventurousness: number
  /** Listeners whose list rested on their history. */
  readonly listeners: number
  /** Suggestions whose top reason rests on history: the others have nothing that could be taken away. */
  readonly suggestions: number
  readonly withoutHistory: number
  /** Of these suggestions, how many rank lower, or not at all, without the plays of their top reason. Measured on the finished list. */
  readonly lowered: Share
  /** The same without one random item of the history instead. */
  readonly oneRandomItem: Share
  /** The same without as many random items of the history as the top reason rests on. */
  readonly asManyRandomItems: Share
  readonly byReason: readonly { readonly code: string; readonly lowered: Share }[]
  /** Mean time of one ranking made again. */
  readonly millisecondsEach: number
}

interface Outcome {
  readonly code: string
  readonly lowered: boolean
  readonly byOne: boolean
  readonly byAsMany: boolean
}

/** Follows the recipe for each listener, and again without the evidence. Nothing is trained, nothing is written. */
export async function measureFaithfulness(
  context: RecommendContext,
  question: FaithfulnessQuestion,
  onListener: (done: number) => void,
): Promise<Faithfulness> {
  const { recipe, kinds, listenerIds, top, adventurousness, seed } = question
  const { random } = seededChance(seed)
  const outcomes: Outcome[] = []
  const clock = { rankings: 0, milliseconds: 0 }
  let [listeners, withoutHistory] = [0, 0]
  for (const [index, listenerId] of listenerIds.entries()) {
    const list = await recommend(context, { listenerId, kinds, recipe, adventurousness, limit: top })
    listeners += Number(list.profiled)
    for (const [place, suggestion] of list.profiled ? list.suggestions.entries() : []) {
      const outcome = await judge(context, list, suggestion, place + 1, random, clock)
      if (outcome === null) withoutHistory++
      else outcomes.push(outcome)
    }
    onListener(index + 1)
  }
  const share = (judged: readonly Outcome[], of: 'lowered' | 'byOne' | 'byAsMany') => shareOf(judged.filter((outcome) => outcome[of]).length, judged.length)
  return {
    recipe,
    adventurousness,
    listeners,
    suggestions: outcomes.length,
    withoutHistory,
    lowered: share(outcomes, 'lowered'),
    oneRandomItem: share(outcomes, 'byOne'),
    asManyRandomItems: share(outcomes, 'byAsMany'),
    byReason: [...Map.groupBy(outcomes, ({ code }) => code)].map(([code, judged]) => ({ code, lowered: share(judged, 'lowered') })),
    millisecondsEach: clock.rankings === 0 ? 0 : clock.milliseconds / clock.rankings,
  }
}

/** null: its top reason rests on no history. */
async function judge(
  { signal }: RecommendContext,
  { counterfactuals }: RecommendResult,
  { itemId, because }: Suggestion,
  rank: number,
  random: () => number,
  clock: { rankings: number; milliseconds: number },
): Promise<Outcome | null> {
  const [reason] = because
  const evidence = reason === undefined ? [] : counterfactuals.historyItemIds(reason.basis)
  if (reason === undefined || evidence.length === 0) return null
  const history = counterfactuals.allHistoryItemIds()
  const isLowered = async (withoutIds: readonly string[]): Promise<boolean> => {
    const started = performance.now()
    const without = await counterfactuals.rankWithout(itemId, withoutIds, signal)
    clock.milliseconds += performance.now() - started
    clock.rankings++
    return without === null || without > rank
  }
  return {
    code: reason.code,
    lowered: await isLowered(evidence),
    byOne: await isLowered(draw(history, 1, random)),
    byAsMany: await isLowered(draw(history, evidence.length, random)),
  }
}

/** So many different ones, the first of a shuffle (Fisher and Yates). */
function draw(ids: readonly string[], count: number, random: () => number): readonly string[] {
  const left = [...ids]
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(random() * (left.length - place))
    ;[left[place], left[other]] = [left[other]!, left[place]!]
  }
  return left.slice(0, count)
}
