// Whether a speech provider keeps its contract.
export { describeSpeechConformance, type TestRunner } from './describe-speech-conformance.js'
export { speechChecks } from './speech-checks.js'
export type { SpeechCheck, SpeechConformanceOptions } from './speech-subject.js'
