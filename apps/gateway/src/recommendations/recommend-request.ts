import type { RecommendRequest } from '@linernotes/serving'
import { badInput } from '../errors.js'
import { pageSize } from '../graph/page-arguments.js'
import { ItemKind } from '../graph/playable.type.js'
import type { RecommendInput } from './recommend.input.js'

/** More is no taste but a catalogue. */
const MOST_SEEDS = 100
/** What a reason rests on may be most of a long history. */
const MOST_HISTORY_IDS = 30_000

/** The arguments of `recommendations` as the use case takes them, or the error that says what is wrong with them. */
export function recommendRequest(
  input: RecommendInput,
  listenerId: string | null,
  page: { readonly first?: number | null; readonly after?: string | null },
): RecommendRequest {
  const { kinds, recipe, seedIds, adventurousness, maxAdvisory, excludeIds, ignoreHistoryItemIds, includeShown, nonProfiled } = input
  if (kinds?.length === 0) throw badInput('kinds: expected TRACK, EPISODE or both')
  if (adventurousness != null && !(adventurousness >= 0 && adventurousness <= 1)) throw badInput(`adventurousness: expected 0 to 1, got ${adventurousness}`)
  atMost(MOST_SEEDS, 'seedIds', seedIds)
  atMost(MOST_HISTORY_IDS, 'excludeIds', excludeIds)
  atMost(MOST_HISTORY_IDS, 'ignoreHistoryItemIds', ignoreHistoryItemIds)
  return {
    listenerId,
    kinds: kinds ?? [ItemKind.TRACK],
    first: pageSize(page.first, 10),
    afterRank: rankOf(page.after ?? null),
    ...(recipe != null && { recipe }),
    ...(seedIds != null && { seedIds }),
    ...(adventurousness != null && { adventurousness }),
    ...(maxAdvisory != null && { maxAdvisory }),
    ...(excludeIds != null && { excludeIds }),
    ...(ignoreHistoryItemIds != null && { ignoreHistoryItemIds }),
    ...(includeShown != null && { includeShown }),
    ...(nonProfiled != null && { nonProfiled }),
  }
}

function atMost(most: number, name: string, ids: readonly string[] | null | undefined): void {
  if (ids != null && ids.length > most) throw badInput(`${name}: at most ${most} ids, got ${ids.length}`)
}

function rankOf(after: string | null): number {
  if (after === null) return 0
  const rank = /^rank:(\d{1,6})$/.exec(Buffer.from(after, 'base64url').toString())?.[1]
  if (rank === undefined) throw badInput('after: expected a cursor of this list')
  return Number(rank)
}
