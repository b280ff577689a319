import type { NarrativePlugin } from '../plugin.js'
import { conformanceChecks } from './conformance-checks.js'
import type { ConformanceReport, ConformanceResult } from './conformance-report.js'
import type { ConformanceCheck, ConformanceOptions, ConformanceSubject } from './conformance-subject.js'
import { openSubject } from './open-subject.js'

export interface RunConformanceOptions extends ConformanceOptions {
  /** Told after each check. */
  readonly onResult?: (result: ConformanceResult) => void
  /** Stops between two checks; the reason is thrown. */
  readonly signal?: AbortSignal
}

/** Runs every check, one after the other, without a test runner. Rejects only with `signal.reason`: what a plugin does wrong is in the report. */
export async function runConformance(plugin: NarrativePlugin, options: RunConformanceOptions = {}): Promise<ConformanceReport> {
  const { onResult, signal, ...rest } = options
  const subject = openSubject(plugin, rest, true)
  const checks: ConformanceResult[] = []
  try {
    for (const check of conformanceChecks) {
      signal?.throwIfAborted()
      const result = await runCheck(check, subject)
      checks.push(result)
      onResult?.(result)
    }
  } finally {
    // A provider that cannot be closed has failed a check of its own.
    await Promise.resolve(subject[Symbol.asyncDispose]()).catch(() => undefined)
  }
  const count = (outcome: ConformanceResult['outcome']): number => checks.filter((check) => check.outcome === outcome).length
  const counts = { passed: count('passed'), failed: count('failed'), notApplicable: count('not-applicable') }
  return { contract: plugin.contract, plugin: plugin.key, version: plugin.version, passed: counts.failed === 0, counts, checks }
}

async function runCheck(check: ConformanceCheck, subject: ConformanceSubject): Promise<ConformanceResult> {
  const started = performance.now()
  const result = (outcome: ConformanceResult['outcome'], detail: string | null): ConformanceResult => ({
    name: check.name,
    outcome,
    detail,
    milliseconds: Math.round(performance.now() - started),
  })
  try {
    const ended = await check.run(subject)
    return ended === undefined ? result('passed', null) : result('not-applicable', ended.notApplicable)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return result('failed', message.split('\n', 1)[0] ?? message)
  }
}
