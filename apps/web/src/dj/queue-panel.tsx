import type { DjView, Segment } from './dj-view'
import { talkOf } from './dj-view'
import { creditOf, reasonOf } from './describe-item'
import css from './queue-panel.module.css'

/** So many places there are; they stay where they are, and what is in them changes. */
const PLACES = 3

/** What comes, and why; of the very next, also the words that are being found for it. */
export function QueuePanel({ segments, view }: { readonly segments: readonly Segment[]; readonly view: DjView }) {
  return (
    <section className={css.queue} aria-labelledby="dj-queue">
      <h2 id="dj-queue">What comes</h2>
      <ol>
        {Array.from({ length: PLACES }, (_, place) => (
          <li key={place} className={css.place}>
            <Place segment={segments[place] ?? null} words={place === 0 && segments[0] ? talkOf(view, segments[0]).pieces.join('') : null} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Place({ segment, words }: { readonly segment: Segment | null; readonly words: string | null }) {
  if (segment === null) return <p className={css.open}>Not chosen yet</p>
  const reason = reasonOf(segment)
  return (
    <>
      <p className={css.title}>
        {segment.item.title} <span>{creditOf(segment.item)}</span>
      </p>
      {reason === null ? null : <p className={css.reason}>{reason}</p>}
      {words === null ? null : <p className={css.words}>{words === '' ? ' ' : words}</p>}
    </>
  )
}
