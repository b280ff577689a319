import { deleteListens } from '@linernotes/listening'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { inputError } from '../graph/user-error.type.js'
import { DateTimeScalar } from '../graph/scalars.js'
import { RecordListensResult } from '../imports/import-report.type.js'
import { ErrorCode } from '../narratives/narrative.enums.js'
import { listenerIdOf } from './listener-id-of.js'

/** As many as a reason may rest on. */
const MOST_ITEMS = 30_000

@Resolver()
export class DeleteListensResolver {
  @Mutation(() => RecordListensResult, {
    description:
      'Forgets plays for good; it counts at once. What is given must hold together: of these items, from this moment on, before that one. Give at least one. `read` and `deleted` say how many are gone.',
  })
  async deleteListens(
    @Arg('listenerId', () => ID, { nullable: true, description: 'Whose; left out: the authenticated listener.' }) listenerId: string | null,
    @Arg('itemIds', () => [ID], { nullable: true, description: 'Plays of these items, at most 30,000.' }) itemIds: string[] | null,
    @Arg('from', () => DateTimeScalar, { nullable: true, description: 'Plays from this moment on.' }) from: Date | null,
    @Arg('to', () => DateTimeScalar, { nullable: true, description: 'Plays before this moment.' }) to: Date | null,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    if (itemIds == null && from == null && to == null) return inputError(ErrorCode.INVALID_INPUT, 'itemIds, from or to: say which plays', ['itemIds'])
    if ((itemIds?.length ?? 0) > MOST_ITEMS) return inputError(ErrorCode.INVALID_INPUT, `itemIds: at most ${MOST_ITEMS} ids`, ['itemIds'])
    const id = await listenerIdOf(context, listenerId)
    if (id === null) return inputError(ErrorCode.NOT_FOUND, 'listenerId: no listener has this id', ['listenerId'])
    const deleted = await deleteListens(context.platform.database.db, id, { itemIds, from, to })
    return { read: deleted, imported: 0, duplicates: 0, unmatched: 0, rejected: 0, problems: [], deleted }
  }
}
