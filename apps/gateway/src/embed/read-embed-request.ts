import type { Request } from 'express'
import { z } from 'zod'

const querySchema = z.object({
  style: z.enum(['pitch', 'blurb']).nullish().default(null),
  provider: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected the key of a provider')
    .nullish()
    .default(null),
  listener: z.string().min(1).max(200).nullish().default(null),
})

export type EmbedQuery = Required<{ [Key in keyof z.infer<typeof querySchema>]: NonNullable<z.infer<typeof querySchema>[Key]> | null }>

export type ReadQuery =
  | { readonly ok: true; readonly query: EmbedQuery }
  | { readonly ok: false; readonly status: 400 | 403; readonly code: string; readonly message: string }

/**
 * Reads what an embed is asked for. A listener is answered for only where the page that asks is ours: browsers say so in `Sec-Fetch-Site`, which no page can
 * set. Whoever knows a listener's id on a page of somebody else learns nothing, not even whether there is such a listener
 * (docs/decisions, "Embeds are for nobody in particular").
 */
export function readEmbedRequest(request: Pick<Request, 'query' | 'headers'>): ReadQuery {
  const parsed = querySchema.safeParse(request.query)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, status: 400, code: 'INVALID_INPUT', message: `${issue?.path.join('.') ?? 'query'}: ${issue?.message ?? 'malformed'}` }
  }
  const { style, provider, listener } = parsed.data
  if (listener !== null && request.headers['sec-fetch-site'] !== 'same-origin')
    return { ok: false, status: 403, code: 'FORBIDDEN', message: 'listener: a narrative for one listener is given to pages of this server only; leave it out' }
  return { ok: true, query: { style, provider, listener } }
}

/** Where the gateway is, as whoever asks sees it; null: the request does not say so in a way that could stand in a link. */
export function originOf(request: Pick<Request, 'headers' | 'protocol'>): string | null {
  const { host } = request.headers
  if (host === undefined || !/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null
  // Behind a proxy that ends TLS, pages and the script are asked for by https, and links must be.
  const isSecure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
  return `${isSecure ? 'https' : 'http'}://${host}`
}
