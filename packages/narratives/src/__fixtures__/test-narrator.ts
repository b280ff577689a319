import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@linernotes/database'
import type { Capabilities, NarrativePart, NarrativePlugin, NarrativeProvider } from '@linernotes/narrative-sdk'
import { providerPlugin, type Script, scriptedProvider, unknownUsage } from '@linernotes/narrative-sdk/testing'
import type { Kysely } from 'kysely'
import { createNarrator } from '../create-narrator.js'
import type { Editorial } from '../editorial.js'
import type { Narrator } from '../narrator.js'
import type { NarratePolicies } from '../pipeline/policies.js'

export const start: NarrativePart = { type: 'narrative-start', model: 'test-model', warnings: [] }
export const end: NarrativePart = { type: 'narrative-end', finish: 'complete', usage: unknownUsage }

/** One sentence with its citations, in two deltas. */
export function sentence(text: string, ...factIds: string[]): NarrativePart[] {
  const half = Math.floor(text.length / 2)
  return [{ type: 'text-delta', text: text.slice(0, half) }, { type: 'text-delta', text: text.slice(half) }, { type: 'sentence-end', factIds }]
}

export const truth = sentence('You played C-Doc 212 times in 2016.', 'F1')
export const lie = sentence('You played C-Doc 999 times in 2016.', 'F1')

/** A language model that plays a script. */
export function model(script: Script, capabilities: Partial<Capabilities> = {}): ReturnType<typeof scriptedProvider> {
  return scriptedProvider(script, { capabilities: { realisation: 'model', ...capabilities } })
}

/** A narrator by rules: says how often the artist was played, or when it was played last if that was said. */
export function house(): ReturnType<typeof scriptedProvider> {
  return scriptedProvider(
    (request) => {
      const plays = String(request.facts.find((fact) => fact.property === 'artist-plays')?.values['plays'])
      const text = request.avoid.length > 0 ? 'You last played C-Doc in March 2018.' : `You played C-Doc ${plays} times in 2016.`
      return [{ ...start, model: 'rules' } as NarrativePart, ...sentence(text, request.avoid.length > 0 ? 'F2' : 'F1'), end]
    },
    { capabilities: { realisation: 'rules' } },
  )
}

export function plugin(key: string, provider: NarrativeProvider): NarrativePlugin {
  return providerPlugin(key, () => provider)
}

export interface TestNarrator extends AsyncDisposable {
  readonly narrator: Narrator
  readonly logged: readonly string[]
}

export async function testNarrator(
  db: Kysely<Database>,
  plugins: readonly NarrativePlugin[],
  options: { readonly policies?: Partial<NarratePolicies>; readonly now?: () => number; readonly order?: readonly string[]; readonly editorial?: Editorial } = {},
): Promise<TestNarrator> {
  const stateDirectory = await mkdtemp(path.join(tmpdir(), 'narrator-'))
  const logged: string[] = []
  const order = options.order ?? plugins.map(({ key }) => key)
  const narrator = await createNarrator({
    db,
    config: { providers: plugins, narratives: {}, order: { track: order, episode: order } },
    host: { fetch, now: options.now ?? (() => 1_700_000_000_000), log: (event) => void logged.push(event), stateDirectory, modelFile: async () => null },
    editorial: options.editorial,
    policies: { deadlineMs: 400, lastResortMs: 300, breakerFailures: 50, ...options.policies },
  })
  return {
    narrator,
    logged,
    [Symbol.asyncDispose]: async () => {
      await narrator[Symbol.asyncDispose]()
      await rm(stateDirectory, { recursive: true, force: true })
    },
  }
}
