import { useEffect } from 'react'
import type { CombinedError } from 'urql'
import css from './failure-notice.module.css'
import { useOnline } from './use-online'

interface FailureNoticeProps {
  /** What did not come, as a sentence: "The list did not come." */
  readonly what: string
  readonly error: CombinedError | undefined
  readonly onRetry: () => void
}

/** Says what did not come, why as far as a reader can use it, and offers to try again. Back online, it tries by itself. */
export function FailureNotice({ what, error, onRetry }: FailureNoticeProps) {
  const online = useOnline()
  useEffect(() => {
    window.addEventListener('online', onRetry)
    return () => window.removeEventListener('online', onRetry)
  }, [onRetry])
  return (
    <div className={css.failure} role="alert">
      <p className={css.what}>{what}</p>
      <p className={css.why}>{whyOf(error, online)}</p>
      <button type="button" className={css.retry} onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

function whyOf(error: CombinedError | undefined, online: boolean): string {
  if (!online) return 'You are offline. It is tried again as soon as the network is back.'
  if (error?.networkError) return error.networkError.name === 'TimeoutError' ? 'The server took too long.' : 'The server does not answer.'
  // What the gateway refuses it explains; what broke there it masks.
  return error?.graphQLErrors[0]?.message ?? 'The server answered something else.'
}
