import css from './app.module.css'
import { Link } from './link'

/** There is no such page. */
export function NotFoundPage() {
  return (
    <section className={css.notFound}>
      <h1>Nothing on this side.</h1>
      <p>
        There is no such page. <Link href="/">Back to what you could hear next</Link>.
      </p>
    </section>
  )
}
