import { useCallback, useEffect, useState } from 'react'
import { useClient, type CombinedError } from 'urql'
import { listenersQuery, type ListenerAnswer } from './listener.documents'

/** A chooser is for a few hundred; a platform with more has its own way to say who listens. */
const MOST_PAGES = 5

export interface ListenersState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly listeners: readonly ListenerAnswer[]
  readonly error: CombinedError | undefined
}

export interface Listeners extends ListenersState {
  readonly retry: () => void
}

/** The listeners that can be chosen, in the order of the API. */
export function useListeners(): Listeners {
  const client = useClient()
  const [state, setState] = useState<ListenersState>({ status: 'loading', listeners: [], error: undefined })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const listeners: ListenerAnswer[] = []
      let after: string | null = null
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { data, error } = await client.query(listenersQuery, { after }).toPromise()
        if (gone) return
        if (!data) return setState({ status: 'failed', listeners, error })
        listeners.push(...data.listeners.nodes)
        // The first page is enough to begin with.
        setState({ status: 'ready', listeners: [...listeners], error: undefined })
        after = data.listeners.pageInfo.endCursor
        if (!data.listeners.pageInfo.hasNextPage || after === null) return
      }
    }
    void read()
    return () => {
      gone = true
    }
  }, [client, attempt])
  return { ...state, retry }
}
