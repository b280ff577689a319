import { entityKind, type Evidence } from '@linernotes/catalog'
import type { Narrative } from '@linernotes/narratives'
import type { NarrateOutcome, Platform } from '@linernotes/serving'
import { webUrl } from '../graph/scalars.js'
import { createLoaders, type Loaders } from '../loaders.js'
import { disclosureOf } from '../narratives/disclosure.js'
import { listenUrl } from '../podcasts/listen-url.js'
import type { Embed, EmbedEvidence, EmbedNarrative } from './embed.js'

export interface EmbedRequest {
  readonly itemId: string
  /** Our id of the listener; null: for nobody in particular. */
  readonly listenerId: string | null
  /** Key of a provider; null: the configured order. */
  readonly provider: string | null
  /** null: a pitch for an episode, a blurb for a track. */
  readonly style: 'pitch' | 'blurb' | null
}

/** An item with its narrative; null: there is no such item. */
export async function findEmbed(platform: Platform, request: EmbedRequest, signal: AbortSignal): Promise<Embed | null> {
  const loaders = createLoaders(platform, signal)
  const item = await itemOf(loaders, request.itemId)
  if (item === null) return null
  const outcome = await platform.narrateItem(
    request.itemId,
    request.listenerId,
    {
      provider: request.provider,
      style: request.style ?? (item.kind === 'episode' ? 'pitch' : 'blurb'),
      language: 'en',
      maxWords: null,
      seed: null,
      spoilerFree: true,
      cache: 'prefer',
    },
    signal,
  )
  if (outcome.type !== 'narrative') return { ...item, narrative: null, refusal: refusalOf(outcome) }
  return { ...item, narrative: await narrativeOf(loaders, outcome), refusal: null }
}

const refusalOf = ({ code, message }: Exclude<NarrateOutcome, Narrative>): NonNullable<Embed['refusal']> => ({ code, message })

async function itemOf(loaders: Loaders, id: string): Promise<Omit<Embed, 'narrative' | 'refusal'> | null> {
  if (entityKind(id) === 'track') {
    const track = await loaders.tracks.load(id)
    if (track === null) return null
    const release = track.releaseId === null ? null : await loaders.releases.load(track.releaseId)
    const { title, creditedAs: by, durationMs } = track
    return { id, kind: 'track', title, by, url: webUrl(track.url), release: release?.title ?? null, publishedOn: release?.releaseDate ?? null, durationMs }
  }
  const episode = entityKind(id) === 'episode' ? await loaders.episodes.load(id) : null
  if (episode === null) return null
  const by = (await loaders.shows.load(episode.showId))?.title ?? ''
  const { title, publishedAt, durationMs } = episode
  return { id, kind: 'episode', title, by, url: webUrl(episode.url), release: null, publishedOn: publishedAt?.toISOString() ?? null, durationMs }
}

async function narrativeOf(loaders: Loaders, narrative: Narrative): Promise<EmbedNarrative> {
  const facts = await loaders.evidence.loadKnown(narrative.evidenceIds)
  const placeOf = new Map(facts.map((fact, place) => [fact.id, place]))
  const provider = await loaders.providers.load(narrative.provider)
  return {
    text: narrative.text,
    style: narrative.style,
    language: narrative.language,
    claims: narrative.claims.map(({ start, end, support, evidenceIds }) => ({
      start,
      end,
      support: support === 'opinion' ? 'OPINION' : 'SUPPORTED',
      evidence: evidenceIds.flatMap((id) => placeOf.get(id) ?? []),
    })),
    evidence: await Promise.all(facts.map((fact) => evidenceOf(loaders, fact))),
    provider: { key: narrative.provider, displayName: provider?.displayName ?? narrative.provider },
    realisation: narrative.realisation === 'model' ? 'MODEL' : 'RULES',
    disclosure: disclosureOf(narrative),
    createdAt: narrative.createdAt,
  }
}

async function evidenceOf(loaders: Loaders, { kind, statement, values, episodeId, source }: Evidence): Promise<EmbedEvidence> {
  const number = (key: string): number | null => (typeof values[key] === 'number' ? values[key] : null)
  const text = (key: string): string | null => (typeof values[key] === 'string' ? values[key] : null)
  const isPlayable = kind === 'transcript' || kind === 'mark'
  const startMs = isPlayable ? number('startMs') : null
  const lengthMs = number('durationMs')
  const endMs = startMs === null ? null : (number('endMs') ?? (lengthMs === null ? null : startMs + lengthMs))
  const episode = episodeId === null || startMs === null ? null : await loaders.episodes.load(episodeId)
  return {
    kind,
    statement,
    quote: kind === 'transcript' ? text('quote') : null,
    speaker: text('speaker'),
    title: kind === 'mark' ? text('title') : null,
    startMs,
    endMs,
    listenUrl: episode === null || startMs === null ? null : listenUrl(episode.enclosures, startMs, endMs),
    source: { name: source.name, url: webUrl(source.url), licence: source.licence },
  }
}
