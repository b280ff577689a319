import { useEffect, useReducer, useState } from 'react'
import { emptyView, withAnswer, withEvent, type DjEvent, type DjView, type Session } from './dj-view'
import { followSession, type Connection } from './follow-session'

type Change = { readonly type: 'event'; readonly event: DjEvent } | { readonly type: 'answer'; readonly session: Session } | { readonly type: 'forget' }

export interface FollowedSession {
  readonly view: DjView
  readonly connection: Connection
  /** Why the session cannot be followed at all; null: it can. */
  readonly problem: string | null
  /** Takes over what a mutation answered. */
  readonly answered: (session: Session) => void
}

/** A session, followed for as long as the page is open. */
export function useDjSession(id: string): FollowedSession {
  const [view, change] = useReducer(reduce, emptyView)
  const [connection, setConnection] = useState<Connection>('connecting')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    setProblem(null)
    change({ type: 'forget' })
    followSession(id, { onEvent: (event) => change({ type: 'event', event }), onConnection: setConnection, signal: leaving.signal }).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    )
    return () => leaving.abort()
  }, [id])
  return { view, connection, problem, answered: (session) => change({ type: 'answer', session }) }
}

function reduce(view: DjView, change: Change): DjView {
  if (change.type === 'forget') return emptyView
  return change.type === 'event' ? withEvent(view, change.event) : withAnswer(view, change.session)
}
