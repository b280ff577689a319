import type { ProviderHealth } from '@linernotes/narrative-sdk'
import { z } from 'zod'
import type { Abilities } from './probe-endpoint.js'
import { readBeginning } from './read-beginning.js'

const timeoutMs = 3000
const maxListBytes = 1024 * 1024
const modelList = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) })

/** Asks which models there are: cheap, and no narrative. */
export async function checkHealth(
  target: {
    readonly baseUrl: string
    readonly models: readonly string[]
    readonly apiKey?: string | undefined
    /** What a probe found out before, if there was one. */
    readonly learned: Abilities | null
  },
  fetchModels: typeof fetch,
  signal: AbortSignal,
): Promise<ProviderHealth> {
  const url = `${target.baseUrl.replace(/\/+$/u, '')}/models`
  const headers: Record<string, string> = target.apiKey === undefined ? {} : { authorization: `Bearer ${target.apiKey}` }
  try {
    const response = await fetchModels(url, { headers, redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })
    const text = response.body === null ? '' : await readBeginning(response.body, maxListBytes)
    return response.ok ? judgeModels(text, target, url) : judgeStatus(response.status, url)
  } catch (error) {
    signal.throwIfAborted()
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return {
      state: 'down',
      detail: isLate
        ? `No answer from ${url} within ${timeoutMs} ms`
        : `Nobody answers at ${url}: is the engine running, and narratives.llama-hosted.baseUrl right?`,
    }
  }
}

function judgeModels(
  text: string,
  { models, learned }: { readonly models: readonly string[]; readonly learned: Abilities | null },
  url: string,
): ProviderHealth {
  const parsed = modelList.safeParse(parseJson(text.replace(/^\ufeff/u, '')))
  if (!parsed.success)
    return { state: 'down', detail: `${url} is not the model list of an OpenAI-compatible endpoint: is narratives.llama-hosted.baseUrl right, with its /v1?` }
  const ids = parsed.data.data.map((one) => one.id)
  const missing = ids.length === 0 ? undefined : models.find((model) => !ids.includes(model) && !ids.includes(`${model}:latest`))
  // llama-server and some proxies answer to any name.
  if (missing !== undefined)
    return { state: 'degraded', detail: `The endpoint lists no model ${JSON.stringify(missing)}, only ${ids.slice(0, 5).join(', ')}: set LLAMA_HOSTED_MODEL` }
  if (learned === null || learned.structuredOutput === 'response_format') return { state: 'up', detail: null }
  return {
    state: 'up',
    detail: `The endpoint takes no JSON schema: it is asked for JSON by ${learned.structuredOutput === 'none' ? 'the prompt only' : 'json_object'}`,
  }
}

function judgeStatus(status: number, url: string): ProviderHealth {
  if (status === 401 || status === 403) return { state: 'down', detail: `${url} refuses the key (${status}, unauthorised): set LLAMA_HOSTED_API_KEY` }
  if (status === 503) return { state: 'warming', detail: `${url} answers 503: the engine is loading its model, or overloaded` }
  if (status === 429) return { state: 'degraded', detail: `${url} answers 429: too many requests` }
  if (status === 404 || status === 405)
    return {
      state: 'degraded',
      detail: `${url} answers ${status}: no list of models there; if narratives fail, too, narratives.llama-hosted.baseUrl may lack its /v1`,
    }
  if (status >= 300 && status < 400) return { state: 'down', detail: `${url} redirects: set narratives.llama-hosted.baseUrl to where it really is` }
  return { state: 'down', detail: `${url} answers ${status}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
