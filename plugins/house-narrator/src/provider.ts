import { checkRequest, NarrativeError, type Capabilities, type NarrativePart, type NarrativeProvider, type NarrativeRequest } from '@linernotes/narrative-sdk'
import { composeNarrative } from './compose-narrative.js'
import type { HouseConfig } from './config.js'
import { findLanguage, languages } from './languages.js'

const capabilities: Capabilities = {
  kinds: ['track', 'episode'],
  styles: ['blurb', 'dj', 'pitch'],
  languages: Object.keys(languages),
  streaming: true,
  structuredOutput: false,
  seed: true,
  maxInputTokens: null,
  locality: 'on-device',
  realisation: 'rules',
  promptVersion: 'house-en-3',
  maxConcurrency: null,
}

/** Writes by rules: no model, no network, no state. */
export function createHouseNarrator(config: HouseConfig): NarrativeProvider {
  return {
    capabilities,
    narrate: (request, { signal }) => narrate(request, config, signal),
    async health({ signal }) {
      signal.throwIfAborted()
      return { state: 'up', detail: null }
    },
    async [Symbol.asyncDispose]() {},
  }
}

async function* narrate(request: NarrativeRequest, config: HouseConfig, signal: AbortSignal): AsyncGenerator<NarrativePart> {
  signal.throwIfAborted()
  const warnings = checkRequest(request, capabilities)
  const sentences = composeNarrative(request, findLanguage(request.language), config)
  if (sentences.length === 0) {
    throw new NarrativeError('unsupported', `Nothing true can be said of this item in ${request.maxWords} words; raise maxWords.`)
  }
  yield { type: 'narrative-start', model: 'phrases', warnings }
  for (const [index, sentence] of sentences.entries()) {
    signal.throwIfAborted()
    yield { type: 'text-delta', text: index === 0 ? sentence.text : ` ${sentence.text}` }
    signal.throwIfAborted()
    yield { type: 'sentence-end', factIds: sentence.factIds }
  }
  signal.throwIfAborted()
  yield { type: 'narrative-end', finish: 'complete', usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: 0 } }
}
