import { renderGraphiQL } from '@graphql-yoga/render-graphiql'

/** GraphiQL as one self-contained page: it works offline. Opens on the main query. */
export function graphiqlPage(defaultQuery: string): string {
  return renderGraphiQL({
    title: 'Liner Notes',
    endpoint: '/graphql',
    subscriptionsProtocol: 'GRAPHQL_SSE' as never,
    subscriptionsEndpoint: '/graphql/stream',
    defaultQuery,
  })
}
