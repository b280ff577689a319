import { useQuery } from 'urql'
import { graphql } from '../api/graphql'

const recommendationsQuery = graphql(`
  query Discover($listenerId: ID) {
    recommendations(first: 10, input: { listenerId: $listenerId, kinds: [TRACK, EPISODE] }) {
      nodes {
        id
        rank
      }
    }
  }
`)

/** What to hear next, and why. */
export function DiscoverPage({ query }: { readonly query: URLSearchParams }) {
  const [{ data }] = useQuery({ query: recommendationsQuery, variables: { listenerId: query.get('listener') } })
  return <h1>{data?.recommendations.nodes.length}</h1>
}
