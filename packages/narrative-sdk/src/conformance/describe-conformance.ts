import type { NarrativePlugin } from '../plugin.js'
import { conformanceChecks } from './conformance-checks.js'
import type { ConformanceOptions } from './conformance-subject.js'
import { openSubject } from './open-subject.js'

/** The part of a test runner that is needed; vitest's and node:test's fit. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown
  readonly it: (name: string, run: (context?: unknown) => Promise<void>) => unknown
  /** Where it is given, one provider serves most checks and is disposed at the end; else every check opens its own. */
  readonly afterAll?: (run: () => Promise<void>) => unknown
}

/** Checks what the types of the contract cannot say. What does not apply to the provider passes, and is noted with its reason. */
export function describeConformance(plugin: NarrativePlugin, options: ConformanceOptions & { readonly runner: TestRunner }): void {
  const { runner, ...rest } = options
  runner.describe(`${plugin.key} keeps ${plugin.contract}`, () => {
    const subject = openSubject(plugin, rest, runner.afterAll !== undefined)
    for (const check of conformanceChecks) {
      runner.it(check.name, async (context) => {
        const ended = await check.run(subject)
        if (ended !== undefined) await noteIn(context, `not applicable: ${ended.notApplicable}`)
      })
    }
    runner.afterAll?.(async () => subject[Symbol.asyncDispose]())
  })
}

/** `annotate` is vitest's way to say something in a report, `diagnostic` node:test's. */
async function noteIn(context: unknown, message: string): Promise<void> {
  const { annotate, diagnostic } = (context ?? {}) as { annotate?: (message: string) => unknown; diagnostic?: (message: string) => unknown }
  if (annotate !== undefined) await annotate(message)
  else diagnostic?.call(context, message)
}
