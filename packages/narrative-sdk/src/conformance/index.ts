// Checks what the types of the narrative contract cannot say, in any test runner.
export { conformanceChecks } from './conformance-checks.js'
export type { ConformanceCheck, ConformanceOptions, ConformanceSubject, OpenedProvider, WorkProbe } from './conformance-subject.js'
export { describeConformance, type TestRunner } from './describe-conformance.js'
export { openSubject } from './open-subject.js'
