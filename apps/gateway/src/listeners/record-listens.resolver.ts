import { recordListens } from '@linernotes/listening'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { inputError } from '../graph/user-error.type.js'
import { RecordListensResult } from '../imports/import-report.type.js'
import { ErrorCode } from '../narratives/narrative.enums.js'
import { ListenInput } from './listen.input.js'
import { listenerIdOf } from './listener-id-of.js'

/** More belongs into an import. */
const MOST_LISTENS = 1_000

@Resolver()
export class RecordListensResolver {
  @Mutation(() => RecordListensResult, { description: 'Records plays; they count at once. The same play twice is a duplicate.' })
  async recordListens(
    @Arg('listenerId', () => ID, { nullable: true, description: 'Whose; left out: the authenticated listener.' }) listenerId: string | null,
    @Arg('listens', () => [ListenInput], { description: 'At most 1,000.' }) listens: ListenInput[],
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    if (listens.length > MOST_LISTENS)
      return inputError(ErrorCode.INVALID_INPUT, `listens: at most ${MOST_LISTENS} at once; import a file instead`, ['listens'])
    const id = await listenerIdOf(context, listenerId)
    if (id === null) return inputError(ErrorCode.NOT_FOUND, 'listenerId: no listener has this id', ['listenerId'])
    const drafts = listens.map(({ item, playedAt, playedMs, artistName, trackTitle }) => ({
      itemId: item ?? null,
      playedAt,
      playedMs: playedMs ?? null,
      artistName: artistName ?? null,
      title: trackTitle ?? null,
    }))
    return await recordListens(context.platform.database.db, id, drafts, { now: context.platform.now })
  }
}
