import { graphql } from '../api/graphql'

const segmentFields = graphql(`
  fragment SegmentFields on DjSegment {
    id
    seq
    position
    recommendationId
    talkKind
    isSettled
    item {
      __typename
      ... on Track {
        id
        title
        durationMs
        url
        artistCredits {
          creditedName
          joinPhrase
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
        enclosures {
          url
        }
        show {
          title
        }
        publishedAt
      }
    }
    reasons {
      code
      evidence {
        id
        statement
      }
    }
    talk {
      __typename
      ... on Narrative {
        id
        text
        fallbackReason
        provider {
          displayName
        }
        disclosure {
          label
        }
        evidence {
          id
          statement
          source {
            name
            url
            licence
          }
        }
      }
      ... on UserError {
        message
      }
    }
    speech {
      url
      captionsUrl
      durationMs
      disclosure {
        label
      }
    }
  }
`)

const sessionFields = graphql(`
  fragment SessionFields on DjSession {
    id
    seq
    state
    request
    understood
    refused
    talkEvery
    adventurousness
    position
    export
    speechUnavailable
  }
`)

export const startDj = graphql(
  `
    mutation StartDj($input: StartDjInput!) {
      startDjSession(input: $input) {
        __typename
        ... on DjSession {
          ...SessionFields
        }
        ... on InputError {
          message
        }
      }
    }
  `,
  [sessionFields],
)

export const steerDj = graphql(
  `
    mutation SteerDj($input: SteerDjInput!) {
      steerDjSession(input: $input) {
        __typename
        ... on DjSession {
          ...SessionFields
        }
        ... on InputError {
          message
        }
      }
    }
  `,
  [sessionFields],
)

export const followDj = graphql(
  `
    subscription FollowDj($id: ID!, $resumeAfterSeq: Int) {
      djSession(id: $id, resumeAfterSeq: $resumeAfterSeq) {
        __typename
        ... on DjSession {
          ...SessionFields
        }
        ... on DjSegment {
          ...SegmentFields
        }
        ... on NarrativeDelta {
          seq
          segmentId
          text
        }
        ... on DjSegmentDropped {
          seq
          segmentId
        }
      }
    }
  `,
  [sessionFields, segmentFields],
)

export const tellHeard = graphql(`
  mutation TellHeard($events: [FeedbackInput!]!) {
    recordFeedback(events: $events) {
      __typename
      ... on InputError {
        message
      }
    }
  }
`)

export const whoListens = graphql(`
  query WhoListens {
    listeners(first: 100) {
      nodes {
        id
        externalId
        displayName
        synthetic
      }
    }
  }
`)
