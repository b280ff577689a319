import assert from 'node:assert/strict'
import type { NarrativePlugin } from '../plugin.js'
import type { Capabilities } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { sampleRequests } from '../testing/sample-requests.js'
import { createTestHost } from '../testing/test-host.js'
import { assertProvider } from './assert-provider.js'
import type { ConformanceOptions, ConformanceSubject, OpenedProvider, OpenOptions } from './conformance-subject.js'
import { readNarrative } from './observe-narrative.js'
import { watchFetch } from './watch-fetch.js'

/** Prepares a plugin for the checks. With `share` one provider serves all checks that do not need their own; disposing the subject disposes it. */
export function openSubject(plugin: NarrativePlugin, options: ConformanceOptions = {}, share = false): ConformanceSubject & AsyncDisposable {
  let shared: Promise<OpenedProvider> | null = null
  let fetching: Promise<boolean> | null = null
  const narrativeMs = options.narrativeMs ?? 5000
  const subject: ConformanceSubject = {
    plugin,
    options,
    narrativeMs,
    stopMs: options.stopMs ?? 2000,
    faultMs: options.faultMs ?? narrativeMs,
    async open(kind = 'shared', given = {}) {
      if (kind === 'fresh' || !share) return openProvider(plugin, options, given)
      shared ??= openProvider(plugin, options, given)
      return { ...(await shared), [Symbol.asyncDispose]: async () => undefined }
    },
    usesFetch: () => (fetching ??= seesFetch(subject)),
  }
  return {
    ...subject,
    async [Symbol.asyncDispose]() {
      await (await shared)?.[Symbol.asyncDispose]()
    },
  }
}

/** A narrative that fails has asked all the same. */
async function seesFetch(subject: ConformanceSubject): Promise<boolean> {
  let asked = false
  const watch =
    (inner: typeof fetch): typeof fetch =>
    (input, init) => {
      asked = true
      return inner(input, init)
    }
  await using opened = await subject.open('fresh', { fetch: watch })
  const request = opened.requests[0]
  if (request !== undefined) await readNarrative(subject, opened.provider, request).catch(() => undefined)
  return asked
}

async function openProvider(plugin: NarrativePlugin, options: ConformanceOptions, given: OpenOptions): Promise<OpenedProvider> {
  const own = options.host === undefined ? await createTestHost() : null
  const host = own ?? (await options.host?.())
  assert.ok(host)
  const watched = watchFetch(given.fetch?.(host.fetch) ?? host.fetch)
  const parsed = await plugin.config['~standard'].validate(given.config ?? options.config ?? {})
  assert.ok(parsed.issues === undefined, `The config of the test is refused: ${parsed.issues?.map((issue) => issue.message).join('; ')}`)
  const provider: unknown = await plugin.create(parsed.value, { ...host, fetch: watched.fetch })
  assertProvider(provider)
  return {
    provider,
    work: options.work ?? watched.work,
    requests: (options.requests ?? sampleRequests).filter((request) => canNarrate(provider.capabilities, request)),
    async [Symbol.asyncDispose]() {
      // One that cannot be closed fails the check of its form, and no other.
      await (provider as Partial<AsyncDisposable>)[Symbol.asyncDispose]?.()
      await own?.[Symbol.asyncDispose]()
    },
  }
}

function canNarrate(capabilities: Capabilities, request: NarrativeRequest): boolean {
  const language = request.language.split('-')[0]
  return (
    capabilities.kinds.includes(request.kind) &&
    capabilities.styles.includes(request.style) &&
    capabilities.languages.some((one) => one.split('-')[0] === language)
  )
}
