import type { ConformanceCheck } from './conformance-subject.js'
import { narrativeChecks } from './narrative-checks.js'
import { serviceChecks } from './service-checks.js'
import { shapeChecks } from './shape-checks.js'
import { stoppingChecks } from './stopping-checks.js'

/** Every promise of the contract, as data: a test of the kit runs one against a provider that breaks it. */
export const conformanceChecks: readonly ConformanceCheck[] = [...shapeChecks, ...narrativeChecks, ...serviceChecks, ...stoppingChecks]
