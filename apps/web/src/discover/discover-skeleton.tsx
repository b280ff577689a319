import css from './discover-page.module.css'
import { SkeletonList } from './skeleton-list'

/** The page before it is known for whom it is. */
export function DiscoverSkeleton() {
  return (
    <div className={css.skeleton} aria-busy="true">
      <h1>What to hear next</h1>
      <p role="status">Asking who listens …</p>
      <SkeletonList />
    </div>
  )
}
