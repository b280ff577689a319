import type { Evidence } from '@linernotes/catalog'
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { loadNode } from '../graph/load-node.js'
import { Node } from '../graph/node.type.js'
import { UrlScalar } from '../graph/scalars.js'
import { Source } from '../graph/source.type.js'
import { EpisodeObject } from '../podcasts/episode.type.js'
import { listenUrl } from '../podcasts/listen-url.js'
import { AudienceFact, CatalogFact, EpisodeMark, ListeningFact, TranscriptExcerpt } from './evidence.type.js'

const date = (text: string | null): Date | null => (text === null ? null : new Date(text))
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const sourceOf = ({ source }: Evidence): Source => ({ ...source, retrievedAt: date(source.retrievedAt) })

async function episodeOf(evidence: Evidence, { loaders }: GatewayContext): Promise<object | null> {
  return evidence.episodeId === null ? null : await loaders.episodes.load(evidence.episodeId)
}

async function playsFrom(evidence: Evidence, { loaders }: GatewayContext): Promise<string | null> {
  const startMs = number(evidence.values['startMs'])
  const episode = evidence.episodeId === null ? null : await loaders.episodes.load(evidence.episodeId)
  return episode === null || startMs === null ? null : listenUrl(episode.enclosures, startMs, number(evidence.values['endMs']))
}

@Resolver(() => CatalogFact)
export class CatalogFactResolver {
  @FieldResolver(() => Source, { description: 'Where it comes from.' })
  source(@Root() evidence: Evidence): Source {
    return sourceOf(evidence)
  }
  @FieldResolver(() => Node, { description: 'What the fact is about.' })
  async subject(@Root() { subjectId }: Evidence, @Ctx() context: GatewayContext): Promise<object | null> {
    return subjectId === null ? null : await loadNode(context, subjectId)
  }
  @FieldResolver(() => String, { description: 'Its values as JSON.' })
  value(@Root() { values }: Evidence): string {
    return JSON.stringify(values)
  }
}

@Resolver(() => ListeningFact)
export class ListeningFactResolver {
  @FieldResolver(() => Source, { description: 'Where it comes from.' })
  source(@Root() evidence: Evidence): Source {
    return sourceOf(evidence)
  }
  @FieldResolver(() => Int, { description: 'Plays behind it.' })
  plays(@Root() { plays }: Evidence): number {
    return plays ?? 0
  }
  @FieldResolver({ description: 'First of these plays.' })
  firstPlayedAt(@Root() { firstPlayedAt }: Evidence): Date | null {
    return date(firstPlayedAt)
  }
  @FieldResolver({ description: 'Last of these plays.' })
  lastPlayedAt(@Root() { lastPlayedAt }: Evidence): Date | null {
    return date(lastPlayedAt)
  }
  @FieldResolver(() => Boolean, { description: 'Touches a topic of the guidelines: no narrative tells it back.' })
  sensitive(@Root() evidence: Evidence, @Ctx() { platform }: GatewayContext): boolean {
    return platform.narrator.isSensitive(evidence)
  }
}

@Resolver(() => AudienceFact)
export class AudienceFactResolver {
  @FieldResolver(() => Source, { description: 'Where it comes from.' })
  source(@Root() evidence: Evidence): Source {
    return sourceOf(evidence)
  }
}

@Resolver(() => TranscriptExcerpt)
export class TranscriptExcerptResolver {
  @FieldResolver(() => Source, { description: 'Where it comes from.' })
  source(@Root() evidence: Evidence): Source {
    return sourceOf(evidence)
  }
  @FieldResolver(() => EpisodeObject, { description: 'The episode.' })
  async episode(@Root() evidence: Evidence, @Ctx() context: GatewayContext): Promise<object | null> {
    return await episodeOf(evidence, context)
  }
  @FieldResolver(() => Int, { nullable: true, description: 'Where it starts, in milliseconds; null: the transcript has no times.' })
  startMs(@Root() { values }: Evidence): number | null {
    return number(values['startMs'])
  }
  @FieldResolver(() => Int, { nullable: true, description: 'Where it ends, in milliseconds; null: the transcript has no times.' })
  endMs(@Root() { values }: Evidence): number | null {
    return number(values['endMs'])
  }
  @FieldResolver(() => String, { nullable: true, description: 'Who says it; null: not marked.' })
  speaker(@Root() { values }: Evidence): string | null {
    return text(values['speaker'])
  }
  @FieldResolver(() => String, { description: 'The words, literally.' })
  quote(@Root() { values, statement }: Evidence): string {
    return text(values['quote']) ?? statement
  }
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Plays just this passage; null where times or audio are missing.' })
  async listenUrl(@Root() evidence: Evidence, @Ctx() context: GatewayContext): Promise<string | null> {
    return await playsFrom(evidence, context)
  }
}

@Resolver(() => EpisodeMark)
export class EpisodeMarkResolver {
  @FieldResolver(() => Source, { description: 'Where it comes from.' })
  source(@Root() evidence: Evidence): Source {
    return sourceOf(evidence)
  }
  @FieldResolver(() => EpisodeObject, { description: 'The episode.' })
  async episode(@Root() evidence: Evidence, @Ctx() context: GatewayContext): Promise<object | null> {
    return await episodeOf(evidence, context)
  }
  @FieldResolver(() => Int, { description: 'Where it starts, in milliseconds.' })
  startMs(@Root() { values }: Evidence): number {
    return number(values['startMs']) ?? 0
  }
  @FieldResolver(() => Int, { nullable: true, description: 'Where it ends; null: not stated.' })
  endMs(@Root() { values }: Evidence): number | null {
    const start = number(values['startMs'])
    const duration = number(values['durationMs'])
    return start === null || duration === null ? null : start + duration
  }
  @FieldResolver(() => String, { description: 'Title.' })
  title(@Root() { values, subject }: Evidence): string {
    return text(values['title']) ?? subject
  }
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Plays from there; null where audio is missing.' })
  async listenUrl(@Root() evidence: Evidence, @Ctx() context: GatewayContext): Promise<string | null> {
    return await playsFrom(evidence, context)
  }
}
