// The contract between the platform and whoever writes narratives, with a LangChain bridge, a conformance kit and fakes for tests.
export { checkRequest } from './check-request.js'
export { completeCapabilities } from './complete-capabilities.js'
export { NarrativeError, type NarrativeErrorCode } from './error.js'
export type { FactProperty, FactValue, FactValues, NarrativeFact } from './fact.js'
export type { NarrativePart, NarrativeUsage, Realisation } from './part.js'
export { definePlugin, type NarrativeHost, type NarrativePlugin } from './plugin.js'
export type { Capabilities, NarrativeProvider, ProviderHealth } from './provider.js'
export type { ItemKind, NarrativeReason, NarrativeRequest, NarrativeStyle } from './request.js'
