import { graphql } from '../api/graphql'

export const feedbackMutation = graphql(`
  mutation TellFeedback($events: [FeedbackInput!]!) {
    recordFeedback(events: $events) {
      __typename
      ... on ImportReport {
        imported
        duplicates
      }
      ... on InputError {
        message
      }
    }
  }
`)
