import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../dist/schema/introspection'

/**
 * A document of the API with the types of its answer and variables, read from apps/gateway/schema.graphql. The build validates what stands between
 * the backticks (build/check-documents.ts), so documents hold no interpolation: fragments are passed as a list.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { DateTime: string; Date: string; URL: string; Locale: string }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'
