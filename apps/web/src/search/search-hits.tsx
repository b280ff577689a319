import { useState, type KeyboardEvent } from 'react'
import { Link } from '../app/link'
import { settingsHref, readSettings, NOBODY } from '../discover/settings'
import { Written } from '../discover/written'
import { webUrl } from '../safety/web-url'
import { groupHits, hitDetail, hitName } from './hit-words'
import type { Hit } from './search.documents'
import css from './search-hits.module.css'

interface SearchHitsProps {
  readonly hits: readonly Hit[]
  /** Who searches: lists and sentences that follow are for them. */
  readonly listener: string | null
  /** The arrow up leaves the first hit. */
  readonly onLeave: () => void
}

/** What was found, in groups. Each hit opens; arrow keys go from one to the next. */
export function SearchHits({ hits, listener, onLeave }: SearchHitsProps) {
  const [open, setOpen] = useState<string | null>(null)
  return groupHits(hits).map(({ label, hits: members }) => (
    <section key={label} className={css.group} aria-label={label}>
      <h2 className={css.label}>{label}</h2>
      <ul className={css.hits} onKeyDown={(event) => moveFocus(event, onLeave)}>
        {members.map((hit) => (
          <li key={hit.id} className={css.hit}>
            <button type="button" data-hit="" aria-expanded={open === hit.id} onClick={() => setOpen(open === hit.id ? null : hit.id)}>
              <span className={css.name}>{hitName(hit)}</span>
              <span className={css.detail}>{hitDetail(hit)}</span>
            </button>
            {open === hit.id ? <OpenHit hit={hit} listener={listener} /> : null}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function OpenHit({ hit, listener }: { readonly hit: Hit; readonly listener: string | null }) {
  const fromHere = settingsHref({ ...readSettings(new URLSearchParams()), listener, recipe: 'from-this', seed: hit.id })
  const url = webUrl(hit.__typename === 'Show' ? hit.siteUrl : hit.__typename === 'Artist' ? null : hit.url)
  return (
    <div className={css.open}>
      <p className={css.ways}>
        <Link href={fromHere}>Lead on from here</Link>
        {url === null ? null : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {hit.__typename === 'Track' ? 'Listen' : 'Its page'}
          </a>
        )}
      </p>
      {hit.__typename === 'Track' || hit.__typename === 'Episode' ? <Written item={hit} listener={listener ?? NOBODY} /> : null}
    </div>
  )
}

/** Up and down among all hits of the page, whatever group they are in. */
function moveFocus(event: KeyboardEvent, onLeave: () => void): void {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
  const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')]
  const at = hits.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  if (event.key === 'ArrowUp' && at === 0) return onLeave()
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: hits.length - 1 }[event.key] ?? at
  hits[Math.min(next, hits.length - 1)]?.focus()
}
