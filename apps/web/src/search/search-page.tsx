import { useEffect, useId, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { FailureNotice } from '../app/failure-notice'
import { hrefOf } from '../app/route'
import { navigate } from '../app/use-route'
import { SearchHits } from './search-hits'
import { searchQuery } from './search.documents'
import css from './search-page.module.css'

/** As many as the query asks for. */
const MOST_HITS = 40
/** Long enough for a hand that still types. */
const SETTLE_MS = 200

/** Finds tracks, artists, shows and episodes by name. The words are in the address, so that a search can be sent and gone back to. */
export function SearchPage({ query }: { readonly query: URLSearchParams }) {
  const id = useId()
  const asked = query.get('q') ?? ''
  const listener = query.get('listener')
  const [typed, setTyped] = useState(asked)
  const results = useRef<HTMLDivElement>(null)
  const words = asked.trim()
  const [{ data, error, fetching }, ask] = useQuery({ query: searchQuery, variables: { query: words, kinds: null }, pause: words === '' })
  useEffect(() => setTyped(asked), [asked])
  useEffect(() => {
    if (typed === asked) return undefined
    const timer = setTimeout(() => navigate(hrefOf('/search', { q: typed, listener }), { replace: true }), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [typed, asked, listener])
  const hits = words === '' ? [] : (data?.search ?? [])
  const settled = typed === asked && !fetching
  return (
    <>
      <h1 className={css.heading}>
        <label htmlFor={id}>Search</label>
      </h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          id={id}
          className={css.input}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="Track, artist, show, episode"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            results.current?.querySelector<HTMLElement>('[data-hit]')?.focus()
          }}
        />
      </form>
      <p className={css.status} role="status">
        {words === '' || error ? '' : settled ? found(hits.length) : 'Looking …'}
      </p>
      {error && !fetching ? (
        <FailureNotice what="The search did not get through." error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : null}
      <div ref={results}>
        {words === '' ? (
          <p className={css.empty}>By name: the whole name first, then names that begin so, then names that hold the words.</p>
        ) : hits.length > 0 ? (
          <SearchHits hits={hits} listener={listener} onLeave={() => document.getElementById(id)?.focus()} />
        ) : settled && !error ? (
          <p className={css.empty}>Nothing here is called “{words}”. Fewer words may find more.</p>
        ) : null}
      </div>
    </>
  )
}

function found(count: number): string {
  if (count === 0) return 'Nothing found.'
  return `${count < MOST_HITS ? `${count} found.` : `The first ${MOST_HITS}.`} Arrow keys go through them.`
}
