import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext, type ASTVisitor } from 'graphql'

/** Twice what the deepest operation in examples/ needs. */
const DEEPEST = 16
const MOST_ALIASES = 60
const MOST_DIRECTIVES = 60

/** Validation rule: documents that only an attacker writes. What a field costs is another matter (`operationCost`). */
export function limitDocument(context: ValidationContext): ASTVisitor {
  let aliases = 0
  let directives = 0
  return {
    Field: (node) => {
      if (node.alias) aliases += 1
    },
    Directive: () => {
      directives += 1
    },
    OperationDefinition: (node) => {
      const depth = depthOf(node.selectionSet, context, new Map())
      if (depth > DEEPEST) context.reportError(new GraphQLError(`The operation is ${depth} levels deep; at most ${DEEPEST} are answered.`, { nodes: node }))
    },
    Document: {
      leave: () => {
        if (aliases > MOST_ALIASES) context.reportError(new GraphQLError(`The document has ${aliases} aliases; at most ${MOST_ALIASES} are answered.`))
        if (directives > MOST_DIRECTIVES)
          context.reportError(new GraphQLError(`The document has ${directives} directives; at most ${MOST_DIRECTIVES} are answered.`))
      },
    },
  }
}

/** Fields above each other. Introspection does not count: GraphiQL asks deep. Each fragment is looked at once, so that nesting them costs nothing. */
function depthOf(set: SelectionSetNode, context: ValidationContext, known: Map<FragmentDefinitionNode, number>): number {
  const depths = set.selections.map((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, context, known)
    if (selection.kind === Kind.FIELD) {
      const introspects = selection.name.value.startsWith('__')
      return introspects ? 0 : 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, known) : 0)
    }
    const fragment = context.getFragment(selection.name.value)
    if (!fragment) return 0
    const depth = known.get(fragment)
    if (depth !== undefined) return depth
    // A fragment that spreads itself is refused by another rule; here it must only end.
    known.set(fragment, 0)
    known.set(fragment, depthOf(fragment.selectionSet, context, known))
    return known.get(fragment) ?? 0
  })
  return Math.max(0, ...depths)
}
