import { readEmbed, type Embed } from './embed.js'

export type Fetched =
  | { readonly type: 'embed'; readonly embed: Embed }
  | { readonly type: 'missing' }
  | { readonly type: 'failed'; readonly reason: 'unreachable' | 'late' | 'refused' }

const longestMs = 20_000

/** Asks once. No cookie goes along, and not even which page asks. Rejects with `signal.reason` only. */
export async function fetchEmbed(url: URL, signal: AbortSignal): Promise<Fetched> {
  const late = AbortSignal.timeout(longestMs)
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.any([signal, late]) })
    if (response.status === 404) return { type: 'missing' }
    if (!response.ok) return { type: 'failed', reason: response.status < 500 ? 'refused' : 'unreachable' }
    const embed = readEmbed(await response.json())
    return embed === null ? { type: 'failed', reason: 'refused' } : { type: 'embed', embed }
  } catch {
    signal.throwIfAborted()
    return { type: 'failed', reason: late.aborted ? 'late' : 'unreachable' }
  }
}
