import { useCallback, useState } from 'react'
import { useClient, type Client } from 'urql'
import { describeChange, describeList, type ListState } from './dial-effect'
import { heardQuery, type RecommendationAnswer } from './discover.documents'
import { NOBODY } from './settings'

export interface DialEffect {
  /** Distances of the pieces of the list, for the strip under the dial. */
  readonly novelties: readonly number[]
  readonly before: readonly number[]
  readonly words: string
}

const nothing: DialEffect = { novelties: [], before: [], words: '' }

/** Follows the lists of one listener, and says what moving the dial did to them. */
export function useDialEffect(listener: string, name: string) {
  const client = useClient()
  const [states, setStates] = useState<readonly [ListState | null, ListState | null]>([null, null])
  const onList = useCallback(
    (list: readonly RecommendationAnswer[], dial: number) => {
      const items = list.map(({ item, novelty }) => ({ itemId: item.id, novelty }))
      const show = (artists: ListState['artists']) => setStates((shown) => followed(shown, { dial, items, artists }))
      show(null)
      if (listener !== NOBODY) void countUnplayed(client, listener, list).then(show)
    },
    [client, listener],
  )
  const [before, now] = states
  const effect: DialEffect =
    now === null
      ? nothing
      : {
          novelties: now.items.map(({ novelty }) => novelty),
          before: before?.items.map(({ novelty }) => novelty) ?? [],
          words: listener === NOBODY ? '' : before === null ? describeList(now, name) : describeChange(before, now, name),
        }
  return { effect, onList }
}

/** The list before is the one at another dial; the same dial again only replaces what is shown. */
function followed([before, now]: readonly [ListState | null, ListState | null], next: ListState): readonly [ListState | null, ListState | null] {
  if (now === null) return [null, next]
  return now.dial === next.dial ? [before, next] : [now, next]
}

/** How many artists of a list the listener never played; null: it could not be counted, and nothing is said of it. */
async function countUnplayed(client: Client, listener: string, list: readonly RecommendationAnswer[]): Promise<ListState['artists']> {
  const credits = list.flatMap(({ item }) => (item.__typename === 'Track' ? item.artistCredits.slice(0, 1) : []))
  const ids = [...new Set(credits.map(({ artist }) => artist.id))].slice(0, 10)
  const [first] = ids
  if (first === undefined) return null
  const at = (index: number): string => ids[index] ?? first
  const variables = { a: at(0), b: at(1), c: at(2), d: at(3), e: at(4), f: at(5), g: at(6), h: at(7), i: at(8), j: at(9) }
  const { data } = await client.query(heardQuery, { listener, ...variables }).toPromise()
  if (!data?.listener) return null
  const { a, b, c, d, e, f, g, h, i, j } = data.listener
  const plays = [a, b, c, d, e, f, g, h, i, j].slice(0, ids.length).map(({ totalCount }) => totalCount)
  return plays.includes(null) ? null : { unplayed: plays.filter((count) => count === 0).length, all: ids.length }
}
