// Checks what the types of the narrative contract cannot say, in any test runner or without one.
export { conformanceChecks } from './conformance-checks.js'
export type { ConformanceReport, ConformanceResult } from './conformance-report.js'
export type { ConformanceCheck, ConformanceOptions, ConformanceSubject, NotApplicable, OpenedProvider, OpenOptions, WorkProbe } from './conformance-subject.js'
export { describeConformance, type TestRunner } from './describe-conformance.js'
export { openSubject } from './open-subject.js'
export { runConformance, type RunConformanceOptions } from './run-conformance.js'
