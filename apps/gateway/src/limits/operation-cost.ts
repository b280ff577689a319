import {
  getNamedType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { badRequest } from '../errors.js'

/** What one request may cost. A list of 100 recommendations with narratives, claims and evidence is about 20,000. */
const MOST_COST = 50_000

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
  'Mutation.deleteListens': 1_000,
  'Mutation.startDjSession': 5_000,
  'Mutation.steerDjSession': 5_000,
  'Subscription.narrative': 1_000,
  'Subscription.djSession': 1_000,
  'DjSession.segments': 50,
  'DjSession.speechUnavailable': 10,
  'Recommendation.narrative': 60,
  'Reason.counterfactualRank': 300,
  'Reason.historyItemIds': 10,
  'Track.similar': 50,
  'Listener.taste': 300,
  'Listener.history': 50,
  'Episode.transcript': 30,
}

export interface Operation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
}

/** Refuses an operation that costs more than one request may. */
export function limitCost(operation: Operation): void {
  const cost = operationCost(operation)
  if (cost > MOST_COST)
    throw badRequest(`The operation costs ${cost} points; one request may cost ${MOST_COST}. Ask for fewer lists, shorter pages or fewer narratives at once.`)
}

/**
 * The cost of a valid operation. A field costs its points, and what is below it once for each node of the page that is asked for. Alternatives
 * of a union are added up. Each fragment is looked at once, so that nesting fragments costs nothing here.
 */
function operationCost({ schema, document, operation, variables }: Operation): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const known = new Map<string, number>()

  const costOfSet = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let cost = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, type)
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += costOfSet(selection.selectionSet, selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type)
      else cost += costOfFragment(selection.name.value)
    }
    return cost
  }
  const costOfFragment = (name: string): number => {
    const fragment = fragments.get(name)
    const cost = known.get(name) ?? (fragment ? costOfSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)) : 0)
    known.set(name, cost)
    return cost
  }
  const costOfField = (node: FieldNode, type: GraphQLNamedType | undefined): number => {
    const field = type !== undefined && 'getFields' in type ? type.getFields()[node.name.value] : undefined
    if (field === undefined || !('args' in field)) return 1
    const points = 1 + (costs[`${type?.name}.${field.name}`] ?? 0)
    const below = node.selectionSet ? costOfSet(node.selectionSet, getNamedType(field.type)) : 0
    const providers = argumentOf(node, field, 'providers')
    if (Array.isArray(providers)) return providers.length * (points + below)
    const first = argumentOf(node, field, 'first')
    return points + below * (typeof first === 'number' ? Math.max(1, first) : 1)
  }
  /** The value of an argument as far as it counts here: a number, or a list for its length. */
  const argumentOf = (node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value
    if (value?.kind === Kind.INT) return Number(value.value)
    if (value?.kind === Kind.LIST) return value.values
    if (value?.kind === Kind.VARIABLE) {
      const given = variables?.[value.name.value]
      if (given !== undefined) return given
      const preset = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value)?.defaultValue
      if (preset?.kind === Kind.INT) return Number(preset.value)
      if (preset?.kind === Kind.LIST) return preset.values
    }
    return field.args.find((argument) => argument.name === name)?.defaultValue
  }
  return costOfSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
}
