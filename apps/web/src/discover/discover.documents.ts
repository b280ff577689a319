import { graphql, type ResultOf } from '../api/graphql'
import { evidenceFields, narrativeFields } from '../narratives/narrative.documents'

/** What stands beside a narrative: the item itself. */
export const itemFields = graphql(`
  fragment ItemFields on RecommendedItem {
    __typename
    ... on Track {
      id
      title
      durationMs
      url
      artistCredits {
        creditedName
        joinPhrase
        artist {
          id
        }
      }
      release {
        title
        releaseDate
        label
      }
    }
    ... on Episode {
      id
      title
      durationMs
      url
      publishedAt
      show {
        title
      }
    }
  }
`)

/** The list alone: ranking takes milliseconds, writing may take seconds. */
export const listQuery = graphql(
  `
    query List($input: RecommendInput!, $first: Int!) {
      recommendations(input: $input, first: $first) {
        profiled
        nodes {
          id
          rank
          novelty
          item {
            ...ItemFields
          }
          reasons {
            code
            weight
          }
        }
      }
    }
  `,
  [itemFields],
)

/** What is said of the same list. Each asking makes recommendations of its own, so the item is what both have in common. */
export const narrativesQuery = graphql(
  `
    query Narratives($input: RecommendInput!, $first: Int!, $narrate: NarrateInput) {
      recommendations(input: $input, first: $first) {
        nodes {
          item {
            ... on Track {
              id
            }
            ... on Episode {
              id
            }
          }
          narrative(input: $narrate) {
            ...NarrativeFields
          }
        }
      }
    }
  `,
  [narrativeFields],
)

/** Why one stands where it stands, with what each reason was worth: each costs a ranking, so it is asked where it is opened. */
export const insideQuery = graphql(
  `
    query Inside($id: ID!) {
      node(id: $id) {
        __typename
        ... on Recommendation {
          remainder
          reasons {
            code
            weight
            counterfactualRank
            historyItemIds
            evidence {
              ...EvidenceFields
            }
          }
          receipt {
            id
            itemId
            rank
            rankWithoutBoosts
            modelVersion
            dataVersion
            listenerVersion
            score
            issuedAt
            request
            signature
            signals {
              name
              value
              contribution
            }
            boosts {
              key
              reason
              onBehalfOf
              contribution
            }
          }
        }
      }
    }
  `,
  [evidenceFields],
)

/** How often ten artists were played; a place that is not needed repeats another. */
export const heardQuery = graphql(`
  query Heard($listener: String!, $a: ID!, $b: ID!, $c: ID!, $d: ID!, $e: ID!, $f: ID!, $g: ID!, $h: ID!, $i: ID!, $j: ID!) {
    listener(externalId: $listener) {
      a: history(first: 1, artistId: $a) {
        totalCount
      }
      b: history(first: 1, artistId: $b) {
        totalCount
      }
      c: history(first: 1, artistId: $c) {
        totalCount
      }
      d: history(first: 1, artistId: $d) {
        totalCount
      }
      e: history(first: 1, artistId: $e) {
        totalCount
      }
      f: history(first: 1, artistId: $f) {
        totalCount
      }
      g: history(first: 1, artistId: $g) {
        totalCount
      }
      h: history(first: 1, artistId: $h) {
        totalCount
      }
      i: history(first: 1, artistId: $i) {
        totalCount
      }
      j: history(first: 1, artistId: $j) {
        totalCount
      }
    }
  }
`)

export type RecommendationAnswer = ResultOf<typeof listQuery>['recommendations']['nodes'][number]
export type ItemAnswer = ResultOf<typeof itemFields>
export type InsideAnswer = Extract<NonNullable<ResultOf<typeof insideQuery>['node']>, { __typename: 'Recommendation' }>
export type ReceiptAnswer = InsideAnswer['receipt']
