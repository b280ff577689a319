import type { graphql } from '../api/graphql'

/** Why the ranker put an item on a list, as the schema lists the codes: a new one there stops the build here until it has words. */
export type ReasonCode = ReturnType<typeof graphql.scalar<'ReasonCode'>>
