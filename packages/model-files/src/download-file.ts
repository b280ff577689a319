import { setTimeout as sleep } from 'node:timers/promises'
import { ModelFileError, SourceError } from './model-file-error.js'
import { PartialFile } from './partial-file.js'

export interface DownloadOptions {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Where the bytes go; what an earlier attempt left there is gone on with. */
  readonly path: string
  /** Bytes; null: as the server says, up to `maximumSize`. */
  readonly size: number | null
  readonly maximumSize: number
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number | null) => void
  /** A server that sends nothing for so long is asked again. */
  readonly idleTimeoutMs: number
  /** Doubles with every attempt that brought nothing; the third of them ends it. */
  readonly retryDelayMs: number
}

const fruitlessAttempts = 3

/**
 * Resumable download: Range with If-Range, from zero on 200 or 416, never more than the size. Retries cuts, stalls, 429 and 5xx.
 * Throws SourceError where this URL will not give the file, ModelFileError where it cannot be written, `signal.reason` on abort.
 */
export async function downloadFile(options: DownloadOptions): Promise<void> {
  const { signal, path, url } = options
  await using partial = await PartialFile.open(path, url)
  for (let fruitless = 0; ;) {
    signal.throwIfAborted()
    const before = partial.length
    try {
      if (await attempt(options, partial)) return await partial.sync()
      throw new Error(`the connection ended after ${partial.length} bytes`)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof SourceError || error instanceof ModelFileError) throw error
      fruitless = partial.length > before ? 0 : fruitless + 1
      if (fruitless >= fruitlessAttempts) throw new SourceError(describe(error), { cause: error })
      await sleep(options.retryDelayMs * 2 ** fruitless, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

/** True when the file is whole. */
async function attempt(options: DownloadOptions, partial: PartialFile): Promise<boolean> {
  const { size, url } = options
  if (size !== null && partial.length === size) return true
  if (size !== null && partial.length > size) await partial.restart(url, null)
  using watchdog = startWatchdog(options.idleTimeoutMs)
  const response = await options.fetch(url, {
    headers: { ...options.headers, 'accept-encoding': 'identity', ...rangeHeaders(partial) },
    signal: AbortSignal.any([options.signal, watchdog.signal]),
  })
  const total = await admit(response, options, partial).catch(async (error: unknown) => {
    await response.body?.cancel()
    throw error
  })
  options.onProgress(partial.length, total)
  if (response.body === null) return false
  for await (const chunk of response.body) {
    watchdog.feed()
    if (partial.length + chunk.length > (total ?? options.maximumSize)) {
      await partial.restart(url, null)
      throw new SourceError(`sent more than ${total ?? options.maximumSize} bytes`)
    }
    await partial.append(chunk)
    options.onProgress(partial.length, total)
  }
  return total === null || partial.length === total
}

function rangeHeaders(partial: PartialFile): Record<string, string> {
  if (partial.length === 0) return {}
  return { range: `bytes=${partial.length}-`, ...(partial.etag === null ? {} : { 'if-range': partial.etag }) }
}

/** Checks the status, puts the partial file where the body begins, and returns the size of the whole. */
async function admit(response: Response, { size, maximumSize, url }: DownloadOptions, partial: PartialFile): Promise<number | null> {
  const { status } = response
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '')
  if (status === 416 || (status === 206 && Number(range?.[1]) !== partial.length)) {
    await partial.restart(url, null)
    throw new Error(`the server cannot go on at that place (${status})`)
  }
  if (status === 429 || status >= 500) throw new Error(`the server answered ${status}`)
  if (status !== 200 && status !== 206) throw new SourceError(`the server answered ${status}`)
  const length = status === 206 ? range?.[2] : response.headers.get('content-length')
  const announced = length === undefined || length === null || length === '*' ? null : Number(length)
  if (announced !== null && (announced > maximumSize || (size !== null && announced !== size))) {
    throw new SourceError(`has ${announced} bytes, ${size ?? `at most ${maximumSize}`} were expected`)
  }
  if (status === 200) await partial.restart(url, strongEtag(response))
  return size ?? announced
}

/** If-Range wants a strong validator (RFC 9110, 13.1.5). */
function strongEtag(response: Response): string | null {
  const etag = response.headers.get('etag')
  return etag === null || etag.startsWith('W/') ? null : etag
}

function startWatchdog(idleTimeoutMs: number): Disposable & { signal: AbortSignal; feed: () => void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error(`nothing came for ${idleTimeoutMs / 1000} s`)), idleTimeoutMs)
  return { signal: controller.signal, feed: () => void timer.refresh(), [Symbol.dispose]: () => clearTimeout(timer) }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
