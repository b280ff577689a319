import { useCallback, useState } from 'react'
import { useClient, type Client } from 'urql'
import { describeChange, describeList, type ListState } from './dial-effect'
import { heardQuery, type RecommendationAnswer } from './discover.documents'
import { NOBODY, type Settings } from './settings'

export interface DialEffect {
  /** Distances of the pieces of the list, for the strip under the dial. */
  readonly novelties: readonly number[]
  readonly before: readonly number[]
  readonly words: string
}

const nothing: DialEffect = { novelties: [], before: [], words: '' }

/** Follows the lists of one listener, and says what moving the dial did to them. Another listener, kind or recipe begins anew. */
export function useDialEffect({ kinds, recipe, seed, dial }: Settings, listener: string, name: string) {
  const client = useClient()
  const [states, setStates] = useState<States>(nothingYet)
  const list = [listener, kinds, recipe, seed].join(' ')
  const onList = useCallback(
    (recommendations: readonly RecommendationAnswer[]) => {
      const items = recommendations.map(({ item, novelty }) => ({ itemId: item.id, novelty }))
      setStates((shown) => followed(shown, { list, dial, items, artists: null }))
      if (listener === NOBODY) return
      void countUnplayed(client, listener, recommendations).then((artists) =>
        // Unless another list has come in the meantime.
        setStates(({ before, now }) => ({ before, now: now?.items === items ? { ...now, artists } : now })),
      )
    },
    [client, listener, list, dial],
  )
  const { before, now } = states
  const effect: DialEffect =
    now === null
      ? nothing
      : {
          novelties: now.items.map(({ novelty }) => novelty),
          before: before?.items.map(({ novelty }) => novelty) ?? [],
          words: before === null ? describeList(now, name) : describeChange(before, now, name),
        }
  return { effect, onList }
}

type Followed = ListState & { readonly list: string; readonly dial: number }
interface States {
  readonly before: Followed | null
  readonly now: Followed | null
}
const nothingYet: States = { before: null, now: null }

/** The list before is the same list at another dial. */
function followed({ before, now }: States, next: Followed): States {
  if (now === null || now.list !== next.list) return { before: null, now: next }
  return now.dial === next.dial ? { before, now: next } : { before: now, now: next }
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
