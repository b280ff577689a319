import { useQuery } from 'urql'
import { FailureNotice } from '../app/failure-notice'
import { Comparison } from './comparison'
import { insideQuery, type RecommendationAnswer } from './discover.documents'
import css from './inside.module.css'
import { ReceiptView } from './receipt-view'
import { WorthList } from './worth-list'
import { Written } from './written'

interface InsideProps {
  readonly recommendation: RecommendationAnswer
  readonly listener: string
  readonly profiled: boolean
}

/** What is inside of the sleeve: what each reason was worth, the receipt, and the same facts in other words. */
export function Inside({ recommendation, listener, profiled }: InsideProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: insideQuery, variables: { id: recommendation.id } })
  const node = data?.node?.__typename === 'Recommendation' ? data.node : null
  return (
    <div className={css.inside}>
      {node === null ? (
        fetching ? (
          <p className={css.waiting} role="status">
            Ranking once more without each reason …
          </p>
        ) : (
          <FailureNotice what="The receipt did not come." error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )
      ) : (
        <div className={css.columns}>
          <WorthList rank={recommendation.rank} reasons={node.reasons} remainder={node.remainder} profiled={profiled} />
          <ReceiptView receipt={node.receipt} profiled={profiled} />
        </div>
      )}
      <div className={css.columns}>
        <Comparison item={recommendation.item} listener={listener} />
        <Written item={recommendation.item} listener={listener} />
      </div>
    </div>
  )
}
