import type { Kysely } from 'kysely'

/** A view of a database that counts the statements sent through it. */
export function countStatements<Tables>(db: Kysely<Tables>): { readonly db: Kysely<Tables>; count(act: () => Promise<unknown>): Promise<number> } {
  let statements = 0
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return {
    db: counting,
    count: async (act) => {
      const before = statements
      await act()
      return statements - before
    },
  }
}
