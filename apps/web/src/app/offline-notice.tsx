import css from './app.module.css'
import { useOnline } from './use-online'

/** Said as long as the browser knows that it is offline: what is on the page stays, nothing new comes. */
export function OfflineNotice() {
  const online = useOnline()
  return (
    <div role="status" className={css.offline} data-shown={!online}>
      {online ? null : 'You are offline. What is on this page stays; what is new waits for the network.'}
    </div>
  )
}
