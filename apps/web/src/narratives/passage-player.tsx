import { useState } from 'react'
import css from './evidence-note.module.css'

/** Plays just the passage of a fact. Nothing is fetched before somebody asks for it. null: there is nothing to hear. */
export function PassagePlayer({ url }: { readonly url: string | null }) {
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed')
  if (url === null) return null
  if (state === 'closed')
    return (
      <button type="button" className={css.play} onClick={() => setState('open')}>
        Play this passage
      </button>
    )
  if (state === 'failed') return <p role="status">It cannot be played from here now.</p>
  return <audio className={css.audio} controls autoPlay src={url} onError={() => setState('failed')} />
}
