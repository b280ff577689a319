import { renderGraphiQL } from '@graphql-yoga/render-graphiql'

/** GraphiQL as one self-contained page: it works offline. Opens on the main query. */
export function graphiqlPage(defaultQuery: string): string {
  const page = renderGraphiQL({
    title: 'Liner Notes',
    endpoint: '/graphql',
    subscriptionsProtocol: 'GRAPHQL_SSE' as never,
    subscriptionsEndpoint: '/graphql/stream',
    defaultQuery,
  })
  // Its own page leaves the browser's margins, and with them two scroll bars.
  return page.replace('</head>', '<style>body { margin: 0; overflow: hidden }</style></head>')
}
