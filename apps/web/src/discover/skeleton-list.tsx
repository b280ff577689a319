import css from './recommendation-item.module.css'
import { LIST_LENGTH } from './use-recommendations'

/** Holds the room of a list until it comes. */
export function SkeletonList() {
  return (
    <ol aria-hidden="true" className={css.skeleton}>
      {Array.from({ length: LIST_LENGTH }, (_, index) => (
        <li key={index} className={css.item}>
          <div className={css.article}>
            <p className={css.rank}>{index + 1}</p>
            <div className={css.head}>
              <p className={css.title}>
                <span className={css.bar} />
              </p>
              <p className={css.sleeve}>
                <span className={css.bar} />
              </p>
            </div>
            <div className={css.narrative}>
              <p>
                <span className={css.bar} />
                <span className={css.bar} />
              </p>
            </div>
            <div className={css.margin}>
              <p className={css.reason}>
                <span className={css.bar} />
              </p>
            </div>
            <div className={css.actions} />
          </div>
        </li>
      ))}
    </ol>
  )
}
