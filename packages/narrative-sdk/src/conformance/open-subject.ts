import assert from 'node:assert/strict'
import type { NarrativePlugin } from '../plugin.js'
import type { Capabilities } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { sampleRequests } from '../testing/sample-requests.js'
import { createTestHost } from '../testing/test-host.js'
import type { ConformanceOptions, ConformanceSubject, OpenedProvider } from './conformance-subject.js'
import { watchFetch } from './watch-fetch.js'

/** Prepares a plugin for the checks. With `share` one provider serves all checks that do not need their own; disposing the subject disposes it. */
export function openSubject(plugin: NarrativePlugin, options: ConformanceOptions = {}, share = false): ConformanceSubject & AsyncDisposable {
  let shared: Promise<OpenedProvider> | null = null
  return {
    plugin,
    options,
    narrativeMs: options.narrativeMs ?? 5000,
    stopMs: options.stopMs ?? 2000,
    async open(kind = 'shared', config = options.config ?? {}) {
      if (kind === 'fresh' || !share) return openProvider(plugin, options, config)
      shared ??= openProvider(plugin, options, config)
      return { ...(await shared), [Symbol.asyncDispose]: async () => undefined }
    },
    async [Symbol.asyncDispose]() {
      await (await shared)?.[Symbol.asyncDispose]()
    },
  }
}

async function openProvider(plugin: NarrativePlugin, options: ConformanceOptions, config: unknown): Promise<OpenedProvider> {
  const own = options.host === undefined ? await createTestHost() : null
  const host = own ?? (await options.host?.())
  assert.ok(host)
  const watched = watchFetch(host.fetch)
  const parsed = await plugin.config['~standard'].validate(config)
  assert.ok(parsed.issues === undefined, `The config of the test is refused: ${parsed.issues?.map((issue) => issue.message).join('; ')}`)
  const provider = await plugin.create(parsed.value, { ...host, fetch: watched.fetch })
  return {
    provider,
    work: options.work ?? watched.work,
    requests: (options.requests ?? sampleRequests).filter((request) => canNarrate(provider.capabilities, request)),
    async [Symbol.asyncDispose]() {
      await provider[Symbol.asyncDispose]()
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
