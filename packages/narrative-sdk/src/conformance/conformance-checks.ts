import type { ConformanceCheck } from './conformance-subject.js'
import { formChecks } from './form-checks.js'
import { futureChecks } from './future-checks.js'
import { narrativeChecks } from './narrative-checks.js'
import { networkChecks } from './network-checks.js'
import { serviceChecks } from './service-checks.js'
import { shapeChecks } from './shape-checks.js'
import { stoppingChecks } from './stopping-checks.js'
import { streamingChecks } from './streaming-checks.js'
import { waitingChecks } from './waiting-checks.js'
import { toAssertion } from './to-assertion.js'
import { withoutUnhandled } from './without-unhandled.js'

/** Every promise of the contract, as data: a test of the kit runs one against a provider that breaks it. In none of them a rejection may go unhandled. */
export const conformanceChecks: readonly ConformanceCheck[] = [
  ...shapeChecks,
  ...narrativeChecks,
  ...formChecks,
  ...futureChecks,
  ...streamingChecks,
  ...serviceChecks,
  ...stoppingChecks,
  ...waitingChecks,
  ...networkChecks,
].map((check) => ({ name: check.name, run: (subject) => toAssertion(() => withoutUnhandled(() => check.run(subject))) }))
