import { NarrativeError } from './error.js'
import type { Capabilities } from './provider.js'
import type { NarrativeRequest } from './request.js'

/** Throws 'unsupported' for what a provider cannot write, and returns a warning for each wish that it cannot honour. */
export function checkRequest(request: NarrativeRequest, capabilities: Capabilities): readonly string[] {
  if (!capabilities.kinds.includes(request.kind)) throw unsupported('kind', request.kind, capabilities.kinds)
  if (!capabilities.styles.includes(request.style)) throw unsupported('style', request.style, capabilities.styles)
  if (!capabilities.languages.some((language) => primary(language) === primary(request.language))) {
    throw unsupported('language', request.language, capabilities.languages)
  }
  return request.seed !== null && !capabilities.seed ? ['seed is not supported'] : []
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}

function unsupported(what: string, value: string, supported: readonly string[]): NarrativeError {
  return new NarrativeError('unsupported', `The ${what} ${JSON.stringify(value)} is not supported, only ${supported.join(', ')}`)
}
