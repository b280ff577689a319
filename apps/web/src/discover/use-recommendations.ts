import { useCallback, useEffect, useMemo, useState } from 'react'
import { useQuery, type CombinedError } from 'urql'
import type { NarrativeAnswer } from '../narratives/narrative.documents'
import { listQuery, narrativesQuery, type RecommendationAnswer } from './discover.documents'
import { toRecommendInput, type Settings } from './settings'

export const LIST_LENGTH = 10
/** Rules write in a third of a second: list and narratives then come as one. What takes longer is waited for beside the list. */
const TOGETHER_MS = 900

export interface Recommendations {
  /** null: nothing has come yet. */
  readonly list: readonly RecommendationAnswer[] | null
  readonly profiled: boolean
  /** By the id of the item; what is missing is still being written. */
  readonly narratives: ReadonlyMap<string, NarrativeAnswer>
  readonly listError: CombinedError | undefined
  readonly narrativesError: CombinedError | undefined
  /** What is shown answers an earlier question. */
  readonly stale: boolean
  readonly writing: boolean
  readonly retry: () => void
}

/** A list and what is said of it: two requests at once, so that a slow narrator holds up nothing but its narratives. */
export function useRecommendations(settings: Settings, listener: string): Recommendations {
  const { narrator } = settings
  const input = useMemo(() => toRecommendInput(settings, listener), [settings, listener])
  const [ranked, askList] = useQuery({ query: listQuery, variables: { input, first: LIST_LENGTH } })
  const [told, askNarratives] = useQuery({
    query: narrativesQuery,
    variables: { input, first: LIST_LENGTH, narrate: narrator === null ? null : { provider: narrator } },
  })
  const waitedEnough = useElapsed(TOGETHER_MS, ranked.data === undefined || told.fetching)
  const nodes = told.data?.recommendations.nodes
  const narratives = useMemo(() => new Map(nodes?.map(({ item, narrative }) => [item.id, narrative])), [nodes])
  const retry = useCallback(() => {
    askList({ requestPolicy: 'network-only' })
    askNarratives({ requestPolicy: 'network-only' })
  }, [askList, askNarratives])
  const arrived = ranked.data !== undefined && (!told.fetching || nodes !== undefined || waitedEnough)
  return {
    list: arrived ? (ranked.data?.recommendations.nodes ?? null) : null,
    profiled: ranked.data?.recommendations.profiled ?? false,
    narratives,
    listError: ranked.fetching ? undefined : ranked.error,
    narrativesError: told.fetching ? undefined : told.error,
    stale: arrived && ranked.fetching,
    writing: told.fetching,
    retry,
  }
}

/** Whether something has been going on for so long. */
function useElapsed(milliseconds: number, running: boolean): boolean {
  const [elapsed, setElapsed] = useState(false)
  useEffect(() => {
    setElapsed(false)
    if (!running) return undefined
    const timer = setTimeout(() => setElapsed(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds, running])
  return elapsed
}
