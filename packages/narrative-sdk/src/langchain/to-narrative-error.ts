import { NarrativeError, type NarrativeErrorCode } from '../error.js'
import { retryAfterMs } from './retry-after.js'

const connectionCodes = /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|UND_ERR_(?:SOCKET|CONNECT|CLOSED)|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u
const timeoutCodes = /^(?:ETIMEDOUT|UND_ERR_(?:HEADERS|BODY|CONNECT)_TIMEOUT)$/u

/** Makes one branded error of whatever a chat model threw, with the cause kept. `hasAnswered`: the answer had begun. */
export function toNarrativeError(error: unknown, context: { readonly now: () => number; readonly hasAnswered: boolean }): NarrativeError {
  const chain = causes(error)
  const branded = chain.find((link) => NarrativeError.isInstance(link))
  if (branded !== undefined) return branded
  const wait = chain.map((link) => waitOf(link, context.now)).find((milliseconds) => milliseconds !== null) ?? null
  return new NarrativeError(codeOf(chain, context.hasAnswered), describe(chain), { cause: error, retryAfterMs: wait })
}

function codeOf(chain: readonly unknown[], hasAnswered: boolean): NarrativeErrorCode {
  const status = chain.map(statusOf).find((value) => value !== null)
  if (status !== undefined && status !== null) return codeOfStatus(status)
  const codes = chain.map((link) => text(link, 'code'))
  const names = chain.map((link) => text(link, 'name'))
  if (names.includes('SyntaxError')) return 'invalid-response'
  if (names.includes('TimeoutError') || codes.some((code) => timeoutCodes.test(code))) return 'timeout'
  const isCut = chain.some((link) => /terminated|premature close|socket hang up|other side closed|aborted/iu.test(text(link, 'message')))
  if (isCut || codes.some((code) => connectionCodes.test(code))) return hasAnswered ? 'truncated' : 'unavailable'
  if (names.some((name) => /Connection|APIError/u.test(name)) || chain.some((link) => /fetch failed|connection error/iu.test(text(link, 'message'))))
    return 'unavailable'
  return 'internal'
}

function codeOfStatus(status: number): NarrativeErrorCode {
  if (status === 401 || status === 402 || status === 403 || status === 407) return 'unauthorised'
  if (status === 429) return 'rate-limited'
  if (status === 408 || status === 504) return 'timeout'
  if (status >= 500 || status === 409 || status === 425) return 'unavailable'
  return status >= 300 ? 'misconfigured' : 'invalid-response'
}

function describe(chain: readonly unknown[]): string {
  const status = chain.map(statusOf).find((value) => value !== null)
  const message =
    chain.map((link) => text(link, 'message').split('\n')[0]?.trim() ?? '').find((line) => line !== '') ??
    (typeof chain[0] === 'object' ? 'no message' : String(chain[0]))
  const inner = text(chain.at(-1), 'message').split('\n')[0] ?? ''
  const reason = inner === '' || message.includes(inner) ? message : `${message}: ${inner}`
  return `The model failed${status === undefined || status === null ? '' : ` with status ${status}`}: ${reason.slice(0, 300)}`
}

/** The error and its causes, outermost first. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let link: unknown = error; link !== undefined && link !== null && chain.length < 8 && !chain.includes(link); link = field(link, 'cause'))
    chain.push(link)
  return chain.length === 0 ? [error] : chain
}

function statusOf(error: unknown): number | null {
  for (const value of [field(error, 'status'), field(error, 'statusCode'), field(field(error, 'response'), 'status'), field(field(error, 'error'), 'code')]) {
    if (typeof value === 'number' && value >= 300 && value <= 599) return value
  }
  return null
}

function waitOf(error: unknown, now: () => number): number | null {
  const headers = field(error, 'headers') ?? field(field(error, 'response'), 'headers')
  const header = headers instanceof Headers ? headers.get('retry-after') : (field(headers, 'retry-after') ?? field(headers, 'Retry-After'))
  return typeof header === 'string' ? retryAfterMs(header, now) : null
}

function text(error: unknown, key: string): string {
  const value = field(error, key)
  return typeof value === 'string' ? value : ''
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}
