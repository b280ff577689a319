import { ImportFormatError, importPodcastFeed, type ImportReport } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { fetch as fetchPublicly, type Agent } from 'undici'
import { settleCatalog } from '../settle-catalog.js'
import { createPublicDispatcher, isPrivateHost, PrivateAddressError } from './public-dispatcher.js'

export type FetchFeedResult =
  | { readonly ok: true; readonly showId: string; readonly report: ImportReport | null }
  | { readonly ok: false; readonly message: string }

export interface FetchFeedContext {
  readonly db: Kysely<Database>
  readonly now: () => number
  readonly signal: AbortSignal
}

const DEADLINE_MS = 30_000
const MOST_REDIRECTS = 5
const MOST_BYTES = 30_000_000

/** Fetches a feed, conditionally where it was fetched before, and imports it. What a publisher does wrong is a value; only the database can throw. */
export async function fetchFeed(context: FetchFeedContext, url: string, options: { readonly allowPrivate: boolean }): Promise<FetchFeedResult> {
  const known = await context.db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()
  await using dispatcher = disposable(createPublicDispatcher(options.allowPrivate))
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(DEADLINE_MS)])
  let answer: FeedAnswer
  try {
    answer = await download(url, {
      dispatcher: dispatcher.agent,
      allowPrivate: options.allowPrivate,
      signal,
      etag: known?.etag ?? null,
      lastModified: known?.last_modified ?? null,
    })
  } catch (error) {
    context.signal.throwIfAborted()
    return { ok: false, message: explain(error, url) }
  }
  if (answer.body === null)
    return known === undefined ? { ok: false, message: `${url}: not modified, but never fetched before` } : { ok: true, showId: known.show_id, report: null }
  try {
    const { report, showId } = await importPodcastFeed(context, answer.body, url)
    const row = { show_id: showId, etag: answer.etag, last_modified: answer.lastModified, fetched_at: new Date(context.now()) }
    await context.db
      .insertInto('feeds')
      .values({ url, ...row })
      .onConflict((conflict) => conflict.column('url').doUpdateSet(row))
      .execute()
    if (report.imported > 0) await settleCatalog(context)
    return { ok: true, showId, report }
  } catch (error) {
    if (error instanceof ImportFormatError) return { ok: false, message: error.message }
    throw error
  }
}

interface FeedAnswer {
  /** null: not modified. */
  readonly body: Uint8Array | null
  readonly etag: string | null
  readonly lastModified: string | null
}

interface DownloadOptions {
  readonly dispatcher: Agent
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
  readonly etag: string | null
  readonly lastModified: string | null
}

async function download(start: string, options: DownloadOptions): Promise<FeedAnswer> {
  let url = new URL(start)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!/^https?:$/.test(url.protocol)) throw new FeedError(`expected an http or https URL, got ${url.protocol}`)
    if (!options.allowPrivate && isPrivateHost(url)) throw new PrivateAddressError(url.hostname)
    const headers = {
      accept: 'application/rss+xml, application/xml, text/xml, */*;q=0.5',
      'user-agent': 'LinerNotes/0.1',
      ...(options.etag !== null && { 'if-none-match': options.etag }),
      ...(options.lastModified !== null && { 'if-modified-since': options.lastModified }),
    }
    const response = await fetchPublicly(url, { dispatcher: options.dispatcher, redirect: 'manual', signal: options.signal, headers })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null) {
      await response.body?.cancel()
      url = new URL(location, url)
      continue
    }
    const etag = response.headers.get('etag')
    const lastModified = response.headers.get('last-modified')
    if (response.status === 304) return { body: null, etag, lastModified }
    if (!response.ok) throw new FeedError(`the server answered ${response.status}`)
    return { body: await readBounded(response.body), etag, lastModified }
  }
  throw new FeedError(`more than ${MOST_REDIRECTS} redirects`)
}

async function readBounded(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new FeedError(`larger than ${MOST_BYTES / 1_000_000} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

class FeedError extends Error {
  override readonly name = 'FeedError'
}

function explain(error: unknown, url: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof PrivateAddressError) return `${url}: ${cause.message}; LINERNOTES_ALLOW_PRIVATE_FEEDS=1 allows it`
  if (cause instanceof Error && cause.name === 'TimeoutError') return `${url}: no whole answer within ${DEADLINE_MS / 1_000} seconds`
  return `${url}: ${cause instanceof Error ? cause.message : String(cause)}`
}

function disposable(agent: Agent): AsyncDisposable & { readonly agent: Agent } {
  return { agent, [Symbol.asyncDispose]: () => agent.destroy() }
}
