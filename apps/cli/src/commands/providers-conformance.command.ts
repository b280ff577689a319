import { loadConfig } from '@linernotes/configuration'
import { openModelFiles } from '@linernotes/model-files'
import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import { runAsPlugin } from '@linernotes/narratives'
import type { ConformanceReport } from '@linernotes/narrative-sdk/conformance'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'

export interface ConformanceCommandOptions {
  readonly options?: string
  readonly live?: true
  readonly json?: true
}

const marks = { passed: '✓', failed: '✗', 'not-applicable': '·' } as const

/** `linernotes providers conformance KEY`: the promises of the contract, one by one. Nothing leaves this machine unless `--live` is said. */
export async function conformanceCommand(context: CommandContext, key: string, options: ConformanceCommandOptions): Promise<ExitCode> {
  const config = await loadConfig(context.environment)
  const plugin = await findPlugin(config.providers, key)
  const { runConformance } = await import('@linernotes/narrative-sdk/conformance')
  const { chatFetch, createTestHost, obedientProvider } = await import('@linernotes/narrative-sdk/testing')
  const { environment, now } = context
  const models = openModelFiles({ directory: environment.modelsDirectory, baseDirectory: environment.rootDirectory, fetch: context.fetch, now })
  await using base = await createTestHost({ fetch: options.live ? context.fetch : chatFetch() })
  const host = { ...base, modelFile: (id: string) => models.path(id), provider: async () => obedientProvider() }
  using progress = context.progress(`Checking ${key}`)
  let done = 0
  const check = () =>
    runConformance(plugin, {
      config: { ...asOptions(config.narratives[key]), ...parseOptions(options.options) },
      host: () => host,
      narrativeMs: 30_000,
      faultMs: 45_000,
      signal: context.signal,
      onResult: () => progress.update({ done: ++done, total: null, unit: 'checks' }),
    })
  // One that never lets go is known by its name.
  const report = await runAsPlugin(key, check)
  progress[Symbol.dispose]()
  if (options.json) context.print(JSON.stringify(report))
  else printReport(context, report)
  return report.passed ? exitCode.done : exitCode.failed
}

async function findPlugin(sources: readonly (() => Promise<{ default: NarrativePlugin }>)[], key: string): Promise<NarrativePlugin> {
  const loaded = await Promise.allSettled(sources.map((source) => source()))
  const plugins = loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value.default] : []))
  const plugin = plugins.find((one) => one?.key === key)
  if (plugin !== undefined) return plugin
  const reasons = loaded.flatMap((result, index) => (result.status === 'rejected' ? [`providers[${index}]: ${String(result.reason)}`] : []))
  throw new UsageError(
    [`providers conformance: no provider ${JSON.stringify(key)}; there are ${plugins.map((one) => one.key).join(', ')}`, ...reasons].join('; '),
  )
}

function asOptions(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

function parseOptions(text: string | undefined): object {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below, as for every other text that is no object.
  }
  throw new UsageError(`providers conformance: --options expects a JSON object, such as '{"timeoutMs":1000}', not ${text}`)
}

function printReport({ print }: CommandContext, { plugin, version, contract, counts, checks }: ConformanceReport): void {
  const told = new Map<string, string>()
  for (const { name, outcome, detail } of checks) {
    print(`${marks[outcome]} ${name}${detail === null || outcome === 'failed' ? '' : ` (not applicable: ${detail})`}`)
    if (outcome !== 'failed' || detail === null) continue
    // What no check can do without is one mistake, not fifty.
    const first = told.get(detail)
    print(first === undefined ? `    ${detail}` : `    as in "${first}"`)
    if (first === undefined) told.set(detail, name)
  }
  print(`${plugin} ${version}, ${contract}: ${counts.passed} passed, ${counts.failed} failed, ${counts.notApplicable} not applicable`)
}
