import { useEffect } from 'react'
import { DiscoverPage } from '../discover/discover-page'
import { DjPage } from '../dj/dj-page'
import { SearchPage } from '../search/search-page'
import css from './app.module.css'
import { Link } from './link'
import { hrefOf, type PagePath, type Route } from './route'
import { NotFoundPage } from './not-found-page'
import { OfflineNotice } from './offline-notice'
import { useFocusOnChange } from './use-focus-on-change'
import { useRoute } from './use-route'

const entries: readonly (readonly [PagePath, string])[] = [
  ['/', 'Discover'],
  ['/dj', 'DJ'],
  ['/search', 'Search'],
]
const titles: Readonly<Record<PagePath, string>> = { '/': 'Discover', '/dj': 'The DJ', '/search': 'Search' }

/** The frame of all pages: where one is, where one can go, and the page itself. */
export function App() {
  const route = useRoute()
  // A screen reader is told of a new page as of a new document.
  useFocusOnChange(route.page)
  // The listener travels along, so that the DJ plays for whom Discover was read.
  const listener = route.query.get('listener')
  useEffect(() => {
    document.title = `${route.page === null ? 'Not found' : titles[route.page]} · Liner Notes`
  }, [route.page])
  return (
    <>
      <a className={css.skip} href="#main">
        Skip to the page
      </a>
      <header className={css.header}>
        <Link className={css.name} href={hrefOf('/', { listener })}>
          Liner Notes
        </Link>
        <nav aria-label="Pages">
          <ul className={css.pages}>
            {entries.map(([page, label]) => (
              <li key={page}>
                <Link href={hrefOf(page, { listener })} aria-current={route.page === page ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1} className={css.main}>
        <Page route={route} />
      </main>
      <footer className={css.footer}>
        <p>
          Every sentence rests on facts that can be looked up. Catalogue: Creative Commons music and podcasts; its licences stand beside each fact. The
          listeners are made up.
        </p>
        <p>
          The same answers, as data: <code>POST /graphql</code>
        </p>
      </footer>
    </>
  )
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case '/':
      return <DiscoverPage query={route.query} />
    case '/dj':
      return <DjPage query={route.query} />
    case '/search':
      return <SearchPage query={route.query} />
    case null:
      return <NotFoundPage />
  }
}
