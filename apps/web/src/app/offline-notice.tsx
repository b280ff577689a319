import { useSyncExternalStore } from 'react'
import css from './app.module.css'

/** Said as long as the browser knows that it is offline: what is on the page stays, nothing new comes. */
export function OfflineNotice() {
  const online = useOnline()
  return (
    <div role="status" className={css.offline} data-shown={!online}>
      {online ? null : 'You are offline. What is on this page stays readable; new lists wait for the network.'}
    </div>
  )
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
