import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { toNarrativeResult } from '../narratives/narrative-result.js'
import { NarrativeResult } from '../narratives/narrative.type.js'
import type { ReasonOf } from '../recommendations/reason.resolver.js'
import { Reason } from '../recommendations/reason.type.js'
import { RecommendedItem } from '../recommendations/recommendation.type.js'
import { DjSegmentType, Speech } from './dj-segment.type.js'
import { captionsPath, soundPath } from './media-paths.js'
import type { SegmentView } from './to-dj-event.js'

@Resolver(() => DjSegmentType)
export class DjSegmentResolver {
  @FieldResolver(() => RecommendedItem, { description: 'What is played.' })
  async item(@Root() { itemId, kind }: SegmentView, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return kind === 'track' ? await loaders.tracks.load(itemId) : await loaders.episodes.load(itemId)
  }

  @FieldResolver(() => [Reason], { description: 'Strongest first; what the ranker really used.' })
  async reasons(@Root() { reasons, recommendationId }: SegmentView, @Ctx() { loaders }: GatewayContext): Promise<readonly ReasonOf[]> {
    const of = await loaders.recommendations.load(recommendationId)
    return of === null ? [] : reasons.map((reason) => ({ ...reason, of }))
  }

  @FieldResolver(() => NarrativeResult, {
    nullable: true,
    description: 'What is said before the item; null: not prepared yet, or deliberate silence (see `talkKind`).',
  })
  talk(@Root() { talk }: SegmentView): object | null {
    return talk && toNarrativeResult(talk)
  }

  @FieldResolver(() => Speech, { nullable: true, description: 'The talk as sound; null: it stays text.' })
  speech(@Root() { speech }: SegmentView, @Ctx() { addressOf }: GatewayContext): Speech | null {
    if (speech === null) return null
    const { mimeType, durationMs, voice, disclosure: label } = speech
    const disclosure = { generated: true, humanEdited: false, label }
    return { url: addressOf(soundPath(speech)), mimeType, durationMs, captionsUrl: addressOf(captionsPath(speech)), voice, disclosure }
  }

  @FieldResolver(() => Int, {
    description:
      'Number of the event that brought it; where it was read by another operation, of the newest event of its session: `resumeAfterSeq` continues there.',
  })
  async seq(@Root() { sessionId, seq }: SegmentView, @Ctx() { djLoaders }: GatewayContext): Promise<number> {
    return seq ?? (await djLoaders.newestSeqs.load(sessionId))
  }
}
