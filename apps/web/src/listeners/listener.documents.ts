import { graphql, type ResultOf } from '../api/graphql'

export const listenersQuery = graphql(`
  query Listeners($after: String) {
    listeners(first: 100, after: $after) {
      nodes {
        externalId
        displayName
        synthetic
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const portraitQuery = graphql(`
  query Portrait($externalId: String!) {
    listener(externalId: $externalId) {
      externalId
      displayName
      synthetic
      taste {
        summary
      }
    }
  }
`)

export type ListenerAnswer = ResultOf<typeof listenersQuery>['listeners']['nodes'][number]
