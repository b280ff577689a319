import { hrefOf } from '../app/route'
import { useFocusOnChange } from '../app/use-focus-on-change'
import { navigate } from '../app/use-route'
import { SessionView } from './session-view'
import { StartForm } from './start-form'

/** The DJ: plays, and says why. The session is in the address, so that a reload or another window goes on with it. */
export function DjPage({ query }: { readonly query: URLSearchParams }) {
  const [sessionId, listener] = [query.get('session'), query.get('listener')]
  // The button that begins is gone when it has begun.
  useFocusOnChange(sessionId)
  if (sessionId === null) return <StartForm listener={listener} onStarted={(session, of) => navigate(hrefOf('/dj', { listener: of, session }))} />
  return <SessionView key={sessionId} id={sessionId} listener={listener} />
}
