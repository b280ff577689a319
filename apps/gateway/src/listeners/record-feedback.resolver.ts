import { recordFeedback } from '@linernotes/listening'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { inputError } from '../graph/user-error.type.js'
import { RecordFeedbackResult } from '../imports/import-report.type.js'
import { ErrorCode } from '../narratives/narrative.enums.js'
import { FeedbackInput } from './listen.input.js'

/** All are recorded, or none: in one statement. */
const MOST_EVENTS = 1_000

@Resolver()
export class RecordFeedbackResolver {
  @Mutation(() => RecordFeedbackResult, { description: 'Tells what became of recommendations: all events are recorded, or none.' })
  async recordFeedback(
    @Arg('events', () => [FeedbackInput], { description: 'What happened; at most 1,000.' }) events: FeedbackInput[],
    @Ctx() { platform, dj, signal }: GatewayContext,
  ): Promise<object> {
    if (events.length > MOST_EVENTS) return inputError(ErrorCode.INVALID_INPUT, `events: at most ${MOST_EVENTS} at once`, ['events'])
    const result = await recordFeedback(platform.database.db, events, { now: platform.now })
    if ('code' in result) return inputError(ErrorCode[result.code], result.message, [...result.path])
    // Duplicates, too: what is told again may have been lost on its way to the DJ.
    await dj.heard(
      events.map(({ recommendationId, outcome, at }) => ({ recommendationId, outcome, at: at ?? new Date(platform.now()) })),
      signal,
    )
    return result
  }
}
