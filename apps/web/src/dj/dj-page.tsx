/** The DJ: plays, and says why. */
export function DjPage({ query }: { readonly query: URLSearchParams }) {
  return <h1>{query.has('listener') ? 'The DJ, for one listener' : 'The DJ'}</h1>
}
