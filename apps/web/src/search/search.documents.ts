import { graphql, type ResultOf } from '../api/graphql'

export const searchQuery = graphql(`
  query Search($query: String!, $kinds: [ItemKind!]) {
    search(query: $query, kinds: $kinds, first: 40) {
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
        }
      }
      ... on Artist {
        id
        name
        disambiguation
        country
      }
      ... on Show {
        id
        title
        publisher
        siteUrl
      }
      ... on Episode {
        id
        title
        durationMs
        publishedAt
        url
        show {
          title
        }
      }
    }
  }
`)

export type Hit = ResultOf<typeof searchQuery>['search'][number]
