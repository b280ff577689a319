import { speechChecks } from './speech-checks.js'
import type { SpeechConformanceOptions } from './speech-subject.js'

/** The part of a test runner that is needed; vitest's and node:test's fit. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown
  readonly it: (name: string, run: () => Promise<void>) => unknown
}

/** Checks what the types of the contract cannot say. */
export function describeSpeechConformance(name: string, options: SpeechConformanceOptions & { readonly runner: TestRunner }): void {
  const { runner, ...given } = options
  const complete = { language: 'en', active: () => 0, speechMs: 10_000, stopMs: 2_000, ...given }
  runner.describe(`${name} keeps the contract of a speech provider`, () => {
    for (const check of speechChecks) runner.it(check.name, () => check.run(complete))
  })
}
