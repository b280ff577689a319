import type { NarrativeProvider, ProviderHealth } from '@linernotes/narrative-sdk'
import { withDeadline } from '../pipeline/deadline.js'
import { failureReason } from '../pipeline/failure-reason.js'
import { defaultPolicies } from '../pipeline/policies.js'
import { race } from '../pipeline/race.js'
import { checkCapabilities } from './check-capabilities.js'
import { type InspectedPlugin, inspectPlugins } from './inspect-plugins.js'
import type { NarratorConfig } from './load-plugins.js'
import { type HostObservations, observeHost } from './observe-host.js'
import { ok, problem, type ProviderCheck, type ProviderCheckName, skipped, warning } from './provider-check.js'
import { type HostServices, ProviderRegistry } from './provider-registry.js'
import { type RecordedAttempt, recordPlugin } from './record-plugin.js'
import { tryNarrative } from './try-narrative.js'

/** One entry of `providers`, looked at from all sides. */
export interface Examination {
  /** 'providers[2]'. */
  readonly place: string
  /** null: it could not be loaded. */
  readonly key: string | null
  /** Kinds in whose configured order it stands. */
  readonly inOrder: readonly ('track' | 'episode')[]
  /** No check found a problem. */
  readonly works: boolean
  readonly checks: readonly ProviderCheck[]
}

export interface Diagnosis {
  /** Of the configuration as a whole. */
  readonly problems: readonly string[]
  readonly providers: readonly Examination[]
}

export interface ExamineOptions {
  /** Only this provider; null: all. */
  readonly only: string | null
  readonly signal: AbortSignal
}

const startMs = 10_000
const healthMs = 5_000
const later: readonly ProviderCheckName[] = ['start', 'capabilities', 'model-file', 'endpoint', 'health', 'narrative']

/** Looks at every configured provider, one after the other, cheap checks first. Opens no database. Rejects only with `signal.reason`. */
export async function examineProviders(config: NarratorConfig, host: HostServices, { only, signal }: ExamineOptions): Promise<Diagnosis> {
  const { sources, problems } = await inspectPlugins(config)
  const attempts: RecordedAttempt[] = []
  const observed = new Map<string, HostObservations>()
  const usable = sources.flatMap(({ plugin, options, problems: own }) => (plugin === null || own.length > 0 ? [] : [{ plugin, options }]))
  const plugins = usable.map(({ plugin, options }) => {
    const watched = observeHost(recordPlugin(plugin, (attempt) => attempts.push(attempt)))
    observed.set(plugin.key, watched.seen)
    return [plugin.key, { plugin: watched.plugin, options }] as const
  })
  await using registry = new ProviderRegistry(new Map(plugins), host)
  const providers: Examination[] = []
  for (const source of sources) {
    const key = source.plugin?.key ?? null
    if (only !== null && key !== null && key !== only) continue
    signal.throwIfAborted()
    const inOrder = (['track', 'episode'] as const).filter((kind) => key !== null && config.order[kind].includes(key))
    const before = checkSource(source)
    const seen = key === null ? undefined : observed.get(key)
    const checks =
      key === null || seen === undefined
        ? [...before, ...later.map((name) => skipped(name, 'not reached'))]
        : [...before, ...(await checkRunning(key, { registry, seen, attempts, config, signal }))]
    providers.push({ place: source.place, key, inOrder, works: checks.every((check) => check.state !== 'problem'), checks })
  }
  return { problems, providers }
}

function checkSource({ place, plugin, problems }: InspectedPlugin): readonly ProviderCheck[] {
  if (plugin === null) return [problem('package', problems.join('; '), `mend ${place} in the configuration file`), skipped('options', 'not reached')]
  const loaded = ok('package', `${plugin.displayName} ${plugin.version}, ${plugin.contract}`)
  return [loaded, problems.length === 0 ? ok('options') : problem('options', problems.join('; '), `mend narratives.${plugin.key} in the configuration file`)]
}

interface Running {
  readonly registry: ProviderRegistry
  readonly seen: HostObservations
  readonly attempts: readonly RecordedAttempt[]
  readonly config: NarratorConfig
  readonly signal: AbortSignal
}

async function checkRunning(key: string, { registry, seen, attempts, config, signal }: Running): Promise<readonly ProviderCheck[]> {
  let provider: NarrativeProvider
  try {
    provider = await withDeadline(startMs, signal, (limited) => race(registry.provider(key), limited))
  } catch (error) {
    signal.throwIfAborted()
    return [problem('start', wording(error)), ...later.slice(1).map((name) => skipped(name, 'it does not start'))]
  }
  const capabilities = checkCapabilities(provider.capabilities, config.order, key)
  const health = await checkHealth(provider, signal)
  const before = attempts.length
  const deadlineMs = config.deadlineMs ?? defaultPolicies.deadlineMs
  const narrative =
    health.state === 'problem'
      ? skipped('narrative', 'it says itself that it is down')
      : await tryNarrative(provider, () => attempts.slice(before).filter((attempt) => attempt.provider === key), { deadlineMs, signal })
  return [ok('start'), capabilities, checkModelFiles(seen), checkEndpoints(seen), health, narrative]
}

async function checkHealth(provider: NarrativeProvider, signal: AbortSignal): Promise<ProviderCheck> {
  let health: ProviderHealth
  try {
    health = await withDeadline(healthMs, signal, (limited) => race(provider.health({ signal: limited }), limited))
  } catch (error) {
    signal.throwIfAborted()
    return problem('health', `it cannot tell: ${wording(error)}`)
  }
  const said = health.detail === null ? health.state : `${health.state}: ${health.detail}`
  if (health.state === 'down') return problem('health', 'down', health.detail)
  return health.state === 'degraded' ? warning('health', 'degraded', health.detail) : ok('health', said)
}

function checkModelFiles({ modelFiles }: HostObservations): ProviderCheck {
  if (modelFiles.size === 0) return skipped('model-file', 'it uses none')
  const missing = [...modelFiles].filter(([, file]) => file === null).map(([id]) => id)
  if (missing.length > 0) return problem('model-file', `not on this machine: ${missing.join(', ')}`, `get it: linernotes models pull ${missing[0]}`)
  return ok('model-file', [...modelFiles.values()].join(', '))
}

function checkEndpoints({ endpoints }: HostObservations): ProviderCheck {
  if (endpoints.size === 0) return skipped('endpoint', 'it asked none')
  const said = [...endpoints].map(([origin, answer]) => `${origin} ${answer}`).join('; ')
  const isReached = [...endpoints.values()].every((answer) => answer.startsWith('answers'))
  return isReached ? ok('endpoint', said) : problem('endpoint', said, 'start what should listen there, or correct the address in its options')
}

function wording(error: unknown): string {
  const reason = failureReason(error)
  return reason === 'failed unexpectedly' && error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0]}` : reason
}
