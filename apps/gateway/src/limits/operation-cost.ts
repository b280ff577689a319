import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity'
import { badInput } from '../errors.js'

/** What one request may cost. A list of 100 recommendations with narratives, claims and evidence is about 20,000. */
export const MOST_COST = 50_000

/** What a field costs beyond the one point of every field: ranking, writing, and statements that are not batched. */
const costs: Readonly<Record<string, number>> = {
  'Query.recommendations': 4_000,
  'Query.narrative': 1_000,
  'Query.compareNarratives': 1_000,
  'Query.search': 500,
  'Query.listener': 50,
  'Query.listeners': 100,
  'Query.viewer': 50,
  'Mutation.importFeed': 10_000,
  'Mutation.recordListens': 1_000,
  'Mutation.recordFeedback': 1_000,
  'Subscription.narrative': 1_000,
  'Recommendation.narrative': 60,
  'Track.similar': 50,
  'Listener.taste': 300,
  'Listener.history': 50,
  'Episode.transcript': 30,
}

/** A field costs what it costs, and what is below it once for each node of the page asked for. */
const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const first: unknown = args['first']
  const providers: unknown = args['providers']
  const own = 1 + (costs[`${type.name}.${field.name}`] ?? 0)
  if (Array.isArray(providers)) return providers.length * (own + childComplexity)
  return own + childComplexity * (typeof first === 'number' ? Math.max(1, first) : 1)
}

export interface Operation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
}

/** Refuses an operation that costs more than one request may. */
export function limitCost({ schema, document, operation, variables }: Operation): void {
  const cost = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [estimate],
    ...(operation.name && { operationName: operation.name.value }),
  })
  if (cost > MOST_COST) throw badInput(`The operation costs ${cost} points; one request may cost ${MOST_COST}. Ask for fewer lists, shorter pages or fewer narratives at once.`)
}
