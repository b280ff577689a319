import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findEpisodes, findShows, findTracks } from '@linernotes/catalog'
import { findListener } from '@linernotes/listening'
import type { Platform, Recommendation } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'

export interface RecommendOptions {
  readonly first: string
  readonly kinds: string
  readonly provider?: string
  readonly receipts?: string
  readonly json?: true
}

/** `linernotes recommend LISTENER`: what to play next, and why. An unknown listener gets what suits nobody in particular. */
export async function recommendCommand(context: CommandContext, externalId: string, options: RecommendOptions): Promise<ExitCode> {
  const first = parseFirst(options.first)
  const kinds = options.kinds.split(',').map(parseKind)
  await using platform = await openCommandPlatform(context)
  const { signal } = context
  const listener = await findListener(platform.database.db, { externalId })
  const list = await platform.recommend({ listenerId: listener?.id ?? null, kinds, first, afterRank: 0 }, signal)
  if (options.receipts !== undefined) await writeReceipts(path.resolve(context.directory, options.receipts), list.items)
  const items = await describeItems(platform, list.items)
  const outcomes = await platform.narrate(
    list.items,
    { style: 'blurb', language: listener?.locale ?? 'en', maxWords: null, seed: null, spoilerFree: true, cache: 'prefer', provider: options.provider ?? null },
    signal,
  )
  const recommendations = list.items.map((recommendation, index) => {
    const outcome = outcomes[index]
    if (outcome?.type === 'failure' && outcome.code === 'NOT_FOUND') throw new UsageError(`recommend: --provider: ${outcome.message}`)
    const { rank, kind, itemId } = recommendation
    const item = items.get(itemId) ?? { title: itemId, by: '' }
    if (outcome?.type !== 'narrative') return { rank, kind, itemId, ...item, narrative: null, problem: outcome?.message ?? null }
    const { text, provider, fallbackReason } = outcome
    return { rank, kind, itemId, ...item, narrative: { text, provider, fallbackReason }, problem: null }
  })
  if (options.json) context.print(JSON.stringify({ listener: externalId, profiled: list.profiled, recommendations }))
  else {
    if (!list.profiled) context.note(`Nothing is known of ${externalId}: this is for nobody in particular.`)
    if (recommendations.length === 0) context.note('The catalogue holds nothing to recommend: import something, or start once for the sample.')
    for (const { rank, title, by, narrative, problem } of recommendations)
      context.print(`${String(rank).padStart(3)}  ${title}, ${by}\n     ${narrative?.text ?? `(${problem})`}`)
  }
  sayWhoElse(context, platform.database)
  return exitCode.done
}

async function writeReceipts(file: string, items: readonly Recommendation[]): Promise<void> {
  const receipts = items.flatMap(({ receipt }) => receipt ?? [])
  try {
    await writeFile(file, `${JSON.stringify({ receipts }, null, 2)}\n`)
  } catch (error) {
    throw new Error(`recommend: --receipts: cannot write to ${file} (${(error as NodeJS.ErrnoException).code})`, { cause: error })
  }
}

/** Titles and who they are by: an artist's credit, or a show. */
async function describeItems(
  { database: { db } }: Platform,
  items: readonly Recommendation[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly by: string }>> {
  const idsOf = (kind: Recommendation['kind']): string[] => items.filter((item) => item.kind === kind).map((item) => item.itemId)
  const tracks = await findTracks(db, idsOf('track'))
  const episodes = await findEpisodes(db, idsOf('episode'))
  const shows = await findShows(db, [...new Set([...episodes.values()].map((episode) => episode.showId))])
  return new Map([
    ...[...tracks].map(([id, track]) => [id, { title: track.title, by: track.creditedAs }] as const),
    ...[...episodes].map(([id, episode]) => [id, { title: episode.title, by: shows.get(episode.showId)?.title ?? '' }] as const),
  ])
}

function parseFirst(text: string): number {
  const first = Number(text)
  if (!/^\d{1,3}$/.test(text) || first < 1 || first > 100) throw new UsageError(`recommend: --first expects 1 to 100, not ${text}`)
  return first
}

function parseKind(text: string): 'track' | 'episode' {
  if (text !== 'track' && text !== 'episode') throw new UsageError(`recommend: --kinds expects track, episode or both with a comma, not ${text}`)
  return text
}
