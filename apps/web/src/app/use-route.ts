import { useMemo, useSyncExternalStore } from 'react'
import { readRoute, type Route } from './route'

const MOVED = 'linernotes:moved'

/** The route, followed through links, `navigate` and the browser's own back and forward. */
export function useRoute(): Route {
  const href = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search)
  return useMemo(() => readRoute(new URL(href, window.location.origin)), [href])
}

/** Goes to an address of ours. `replace` leaves no step in the history, for what changes while one reads, such as the dial. */
export function navigate(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', href)
  else window.history.pushState(null, '', href)
  window.dispatchEvent(new Event(MOVED))
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange)
  window.addEventListener(MOVED, onChange)
  return () => {
    window.removeEventListener('popstate', onChange)
    window.removeEventListener(MOVED, onChange)
  }
}
