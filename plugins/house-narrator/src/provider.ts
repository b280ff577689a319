import { createHash } from 'node:crypto'
import { checkRequest, NarrativeError, type Capabilities, type NarrativePart, type NarrativeProvider, type NarrativeRequest } from '@linernotes/narrative-sdk'
import { composeNarrative } from './compose-narrative.js'
import type { HouseConfig } from './config.js'
import type { Language } from './language.js'
import { findLanguage, languages, type Languages } from './languages.js'

/** The rules by their number, the phrases by their bytes: who edits them need not think of the cache. */
const versionOf = ({ version, pools }: Language): string => `${version}-${createHash('sha256').update(JSON.stringify(pools)).digest('hex').slice(0, 8)}`

const capabilitiesOf = (spoken: Languages): Capabilities => ({
  kinds: ['track', 'episode'],
  styles: ['blurb', 'dj', 'pitch'],
  languages: Object.keys(spoken),
  streaming: true,
  structuredOutput: false,
  seed: true,
  maxInputTokens: null,
  locality: 'on-device',
  realisation: 'rules',
  promptVersion: ['house', ...Object.values(spoken).map(versionOf)].join(' '),
  maxConcurrency: null,
})

/** Writes by rules: no model, no network, no state. `spoken`: phrases and rules by language. */
export function createHouseNarrator(config: HouseConfig, spoken: Languages = languages): NarrativeProvider {
  const capabilities = capabilitiesOf(spoken)
  return {
    capabilities,
    narrate: (request, { signal }) => narrate(request, { config, spoken, capabilities }, signal),
    async health({ signal }) {
      signal.throwIfAborted()
      return { state: 'up', detail: null }
    },
    async [Symbol.asyncDispose]() {},
  }
}

interface Narrator {
  readonly config: HouseConfig
  readonly spoken: Languages
  readonly capabilities: Capabilities
}

async function* narrate(request: NarrativeRequest, { config, spoken, capabilities }: Narrator, signal: AbortSignal): AsyncGenerator<NarrativePart> {
  signal.throwIfAborted()
  const warnings = checkRequest(request, capabilities)
  const language = findLanguage(request.language, spoken)
  const sentences = language === null ? [] : composeNarrative(request, language, config)
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
