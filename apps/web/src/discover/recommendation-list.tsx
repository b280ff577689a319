import { useEffect } from 'react'
import unseen from '../design/unseen.module.css'
import { FailureNotice } from '../app/failure-notice'
import type { Feedback } from '../feedback/use-feedback'
import { RecommendationItem } from './recommendation-item'
import css from './recommendation-list.module.css'
import { Summary } from './portrait'
import { SkeletonList } from './skeleton-list'
import type { Settings } from './settings'
import { useRecommendations, type Recommendations } from './use-recommendations'

interface RecommendationListProps {
  readonly settings: Settings
  readonly listener: string
  /** Heads the list: whose it is. */
  readonly name: string
  readonly headed: boolean
  readonly feedback: Feedback
  /** Told of each list that has come, whole. */
  readonly onList?: (list: NonNullable<Recommendations['list']>) => void
}

/** The list for one listener, in all its states. */
export function RecommendationList({ settings, listener, name, headed, feedback, onList }: RecommendationListProps) {
  const recommendations = useRecommendations(settings, listener)
  const { list, narratives, listError, narrativesError, stale, writing, retry } = recommendations
  useEffect(() => {
    if (list !== null && !stale) onList?.(list)
  }, [list, stale, onList])
  return (
    <section className={css.list} aria-label={headed ? `For ${name}` : 'What to hear next'} aria-busy={stale || list === null}>
      {headed ? (
        <>
          <h2 className={css.name}>For {name}</h2>
          <Summary listener={listener} />
        </>
      ) : (
        <h2 className={unseen.unseen}>What to hear next</h2>
      )}
      <p className={unseen.unseen} role="status">
        {statusOf(recommendations)}
      </p>
      {listError === undefined ? null : <FailureNotice what="The list did not come." error={listError} onRetry={retry} />}
      {listError === undefined && narrativesError !== undefined && list !== null ? (
        <FailureNotice what="The narratives did not come." error={narrativesError} onRetry={retry} />
      ) : null}
      {list === null ? (
        listError === undefined ? (
          <SkeletonList />
        ) : null
      ) : list.length === 0 ? (
        <EmptyList />
      ) : (
        <ol className={css.items} data-stale={stale}>
          {list.map((recommendation) => {
            const narrative = narratives.get(recommendation.item.id)
            return (
              <RecommendationItem
                key={recommendation.id}
                recommendation={recommendation}
                narrative={narrative}
                writing={writing}
                listener={listener}
                narratorAsked={settings.narrator !== null}
                profiled={recommendations.profiled}
                feedback={feedback.states.get(recommendation.id)}
                onFeedback={(outcome) => feedback.queue.add(recommendation.id, narrative?.__typename === 'Narrative' ? narrative.id : null, outcome)}
                onUndo={() => feedback.queue.undo(recommendation.id)}
                onRetryFeedback={() => feedback.queue.retry(recommendation.id)}
              />
            )
          })}
        </ol>
      )}
    </section>
  )
}

function statusOf({ list, stale, writing, listError }: Recommendations): string {
  if (listError !== undefined) return ''
  if (list === null || stale) return 'The list is being made.'
  return writing ? `${list.length} pieces. Their narratives are being written.` : `${list.length} pieces.`
}

function EmptyList() {
  return (
    <div className={css.empty}>
      <p className={css.emptyLine}>Nothing is on this list yet.</p>
      <p>Nothing in the catalogue fits these settings. Another list, or music and podcasts both, may hold something.</p>
    </div>
  )
}
