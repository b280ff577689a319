import { graphql, type ResultOf } from '../api/graphql'

/** A fact, what it comes from, and what of it can be heard. */
export const evidenceFields = graphql(`
  fragment EvidenceFields on Evidence {
    __typename
    id
    statement
    source {
      name
      url
      licence
    }
    ... on TranscriptExcerpt {
      quote
      speaker
      startMs
      listenUrl
    }
    ... on EpisodeMark {
      listenUrl
    }
    ... on ListeningFact {
      sensitive
    }
  }
`)

/** A narrative with everything that a reader may ask about it, or why there is none. */
export const narrativeFields = graphql(
  `
    fragment NarrativeFields on NarrativeResult {
      __typename
      ... on Narrative {
        id
        text
        claims {
          start
          end
          support
          evidence {
            ...EvidenceFields
          }
        }
        provider {
          key
          displayName
        }
        fallbackReason
        realisation
        disclosure {
          label
        }
      }
      ... on NarrativeDeclined {
        message
        missing
      }
      ... on ProviderFailure {
        message
        tried
      }
    }
  `,
  [evidenceFields],
)

export const providersQuery = graphql(`
  query Providers {
    providers {
      key
      displayName
      locality
      capabilities {
        kinds
      }
      health {
        state
        detail
      }
    }
  }
`)

export const compareQuery = graphql(
  `
    query Compare($itemId: ID!, $listenerId: ID, $providers: [String!]!) {
      compareNarratives(itemId: $itemId, listenerId: $listenerId, providers: $providers) {
        ...NarrativeFields
      }
    }
  `,
  [narrativeFields],
)

/** As it is written: nothing comes from the cache. */
export const writtenSubscription = graphql(
  `
    subscription Written($itemId: ID!, $listenerId: ID, $input: NarrateInput) {
      narrative(itemId: $itemId, listenerId: $listenerId, input: $input) {
        __typename
        ... on NarrativeDelta {
          seq
          text
        }
        ...NarrativeFields
      }
    }
  `,
  [narrativeFields],
)

export type NarrativeAnswer = ResultOf<typeof narrativeFields>
export type WrittenNarrative = Extract<NarrativeAnswer, { __typename: 'Narrative' }>
export type Claim = WrittenNarrative['claims'][number]
export type Evidence = ResultOf<typeof evidenceFields>
export type ProviderAnswer = ResultOf<typeof providersQuery>['providers'][number]
