import { percent } from '../words/number-words'
import { reasonWords } from '../words/reason-words'
import { worthWords } from '../words/worth-words'
import type { InsideAnswer } from './discover.documents'
import css from './inside.module.css'

interface WorthListProps {
  readonly rank: number
  readonly reasons: InsideAnswer['reasons']
  /** What the reasons leave of what speaks for the item. */
  readonly remainder: number
  readonly profiled: boolean
}

/** What each reason was worth, strongest first. */
export function WorthList({ rank, reasons, remainder, profiled }: WorthListProps) {
  return (
    <section className={css.section}>
      <h4 className={css.heading}>What it was worth</h4>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code} className={css.worth}>
            <p className={css.worthHead}>
              <span>{reasonWords(reason.code, profiled)}</span>
              <span className={css.figure}>{percent(reason.weight)}</span>
            </p>
            <span className={css.track} aria-hidden="true">
              <span className={css.fill} style={{ inlineSize: `${reason.weight * 100}%` }} />
            </span>
            <p>{worthWords({ rank, counterfactualRank: reason.counterfactualRank, restsOnHistory: reason.historyItemIds.length > 0 })}</p>
            <ul className={css.facts}>
              {reason.evidence.map(({ id, statement }) => (
                <li key={id}>{statement}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className={css.soft}>{percent(remainder)} is left to everything else: chance, newness, what you answered before.</p>
    </section>
  )
}
