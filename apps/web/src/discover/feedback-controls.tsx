import type { FeedbackState } from '../feedback/feedback-queue'
import css from './recommendation-item.module.css'

interface ControlProps {
  readonly title: string
  readonly onUndo: () => void
  readonly onRetry: () => void
}

/** Saves, at once for the eye; a second touch undoes it while that is possible. */
export function SaveButton({
  state,
  title,
  onSave,
  onUndo,
  onRetry,
}: ControlProps & { readonly state: FeedbackState | undefined; readonly onSave: () => void }) {
  if (state?.stage === 'failed')
    return (
      <button type="button" onClick={onRetry} className={css.failed}>
        Not saved: try again
      </button>
    )
  const saved = state?.outcome === 'SAVE'
  const fixed = state !== undefined && isFixed(state)
  return (
    <button
      type="button"
      aria-pressed={saved}
      aria-disabled={fixed}
      aria-label={saved ? `Saved ${title}` : `Save ${title}`}
      onClick={() => (fixed ? undefined : saved ? onUndo() : onSave())}
    >
      {saved ? 'Saved' : 'Save'}
    </button>
  )
}

/** What stays of a hidden item: its name, and the way back while there is one. */
export function HiddenLine({ title, state, onUndo, onRetry }: ControlProps & { readonly state: FeedbackState }) {
  const fixed = isFixed(state)
  return (
    <li className={css.hidden}>
      <p role="status">
        <span className={css.hiddenTitle}>{title}</span> {state.stage === 'failed' ? 'could not be hidden for good.' : 'is hidden, and will not come back.'}
      </p>
      {state.stage === 'failed' ? (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      ) : null}
      {/* What was touched is gone; the focus goes to what takes it back, and stays there when that is no more possible. */}
      <button type="button" autoFocus aria-disabled={fixed} onClick={fixed ? undefined : onUndo} aria-label={fixed ? undefined : `Undo: show ${title} again`}>
        {fixed ? 'For good' : 'Undo'}
      </button>
    </li>
  )
}

/** Told, or just being told: the API takes nothing back. */
const isFixed = ({ stage }: FeedbackState): boolean => stage === 'told' || stage === 'sending'
