import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'

/** Where the schema is committed: a diff there is a change of the API. */
export const schemaFile = new URL('../schema.graphql', import.meta.url)

/** The schema as it is committed: sorted, so that only real changes show. */
export function schemaText(schema: GraphQLSchema): string {
  return `# Emitted from the classes: \`pnpm --filter @linernotes/gateway run emit-schema\`. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`
}
