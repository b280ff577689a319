import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Colophon } from '../narratives/colophon'
import { EvidenceNote } from '../narratives/evidence-note'
import { NarrativeText } from '../narratives/narrative-text'
import type { Claim, NarrativeAnswer } from '../narratives/narrative.documents'
import { webUrl } from '../safety/web-url'
import { percent } from '../words/number-words'
import { reasonWords } from '../words/reason-words'
import type { FeedbackState } from '../feedback/feedback-queue'
import type { RecommendationAnswer } from './discover.documents'
import { HiddenLine, SaveButton } from './feedback-controls'
import { Inside } from './inside'
import { creditOf, sleeveLine } from './item-credit'
import css from './recommendation-item.module.css'

export interface ItemActions {
  readonly onFeedback: (outcome: 'SAVE' | 'HIDE') => void
  readonly onUndo: () => void
  readonly onRetryFeedback: () => void
}

interface RecommendationItemProps extends ItemActions {
  readonly recommendation: RecommendationAnswer
  /** undefined: it is still being written, or was not asked for. */
  readonly narrative: NarrativeAnswer | undefined
  readonly writing: boolean
  readonly feedback: FeedbackState | undefined
  readonly listener: string
  readonly narratorAsked: boolean
  /** Whether a history was read. */
  readonly profiled: boolean
}

/** One line of the list: what it is, what is said of it, what that rests on, why it is here, and what a listener can answer. */
export function RecommendationItem({ recommendation, narrative, writing, feedback, listener, narratorAsked, profiled, ...actions }: RecommendationItemProps) {
  const id = useId()
  const [open, setOpen] = useState<Claim | null>(null)
  const [inside, setInside] = useState(false)
  const article = useRef<HTMLElement>(null)
  const hide = useFocusAfterUndo(feedback)
  const { item, rank, reasons } = recommendation
  const [reason] = reasons
  const written = narrative?.__typename === 'Narrative' ? narrative : null
  // A claim of an older text is none of this one.
  const claim = open !== null && written?.claims.includes(open) ? open : null
  const url = webUrl(item.url)
  const close = () => {
    // The focus may be on what goes away.
    article.current?.querySelector<HTMLElement>('[role=button][aria-expanded=true]')?.focus()
    setOpen(null)
  }
  if (feedback?.outcome === 'HIDE') return <HiddenLine title={item.title} state={feedback} onUndo={actions.onUndo} onRetry={actions.onRetryFeedback} />
  return (
    <li className={css.item}>
      <article
        ref={article}
        className={css.article}
        aria-labelledby={`${id}-title`}
        onKeyDown={(event: KeyboardEvent) => (event.key === 'Escape' && claim !== null ? close() : undefined)}
      >
        <p className={css.rank} aria-hidden="true">
          {rank}
        </p>
        <div className={css.head}>
          <h3 id={`${id}-title`} className={css.title}>
            {item.title}
            {'\u2002'}
            <span className={css.credit}>{creditOf(item)}</span>
          </h3>
          <p className={css.sleeve}>{sleeveLine(item).join(' · ')}</p>
        </div>
        <div className={css.narrative} data-writing={written === null && writing}>
          {written !== null ? (
            <p>
              <NarrativeText
                text={written.text}
                claims={written.claims}
                open={claim}
                onToggle={(touched) => setOpen(touched === claim ? null : touched)}
                controls={`${id}-evidence`}
              />
            </p>
          ) : (
            <Unwritten narrative={narrative} writing={writing} />
          )}
        </div>
        <div className={css.margin}>
          <div id={`${id}-evidence`} className={css.evidence} role="group" aria-label="What the passage rests on" aria-live="polite" hidden={claim === null}>
            {claim?.evidence.map((evidence) => (
              <EvidenceNote key={evidence.id} evidence={evidence} />
            ))}
            <button type="button" className={css.closeEvidence} onClick={close} aria-label="Close what the passage rests on">
              Close
            </button>
          </div>
          <div className={css.reason}>
            {reason ? (
              <p>
                {reasonWords(reason.code, profiled)}. <span className={css.share}>{percent(reason.weight)} of what speaks for it.</span>
              </p>
            ) : null}
            {written === null ? null : (
              <p className={css.colophon}>
                <Colophon narrative={written} asked={narratorAsked} brief />
              </p>
            )}
          </div>
        </div>
        <div className={css.actions}>
          <SaveButton state={feedback} title={item.title} onSave={() => actions.onFeedback('SAVE')} onUndo={actions.onUndo} onRetry={actions.onRetryFeedback} />
          <button ref={hide} type="button" aria-label={`Hide ${item.title}`} onClick={() => actions.onFeedback('HIDE')}>
            Hide
          </button>
          {url === null ? null : (
            <a href={url} target="_blank" rel="noopener noreferrer" aria-label={`Listen to ${item.title}, in a new window`}>
              Listen
            </a>
          )}
          <button
            type="button"
            aria-label={`Why it is here: ${item.title}`}
            aria-expanded={inside}
            aria-controls={`${id}-inside`}
            onClick={() => setInside(!inside)}
          >
            Why it is here
          </button>
        </div>
        <div id={`${id}-inside`} className={css.inside} hidden={!inside}>
          {inside ? <Inside recommendation={recommendation} listener={listener} profiled={profiled} /> : null}
        </div>
      </article>
    </li>
  )
}

function Unwritten({ narrative, writing }: { readonly narrative: NarrativeAnswer | undefined; readonly writing: boolean }) {
  if (narrative === undefined && writing)
    return (
      <div className={css.writing}>
        <span className={css.writingWord}>Being written …</span>
      </div>
    )
  if (narrative?.__typename === 'NarrativeDeclined') return <p className={css.silent}>Nothing to say that is true and worth saying.</p>
  return <p className={css.silent}>{narrative === undefined ? 'No narrative came.' : 'No narrator could write this one.'}</p>
}

/** What was hidden and is shown again has the focus where it was. */
function useFocusAfterUndo(feedback: FeedbackState | undefined) {
  const hide = useRef<HTMLButtonElement>(null)
  const before = useRef(feedback?.outcome)
  useEffect(() => {
    if (before.current === 'HIDE' && feedback === undefined) hide.current?.focus()
    before.current = feedback?.outcome
  }, [feedback])
  return hide
}
