import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { NarrativeProvider } from './provider.js'

/** A plugin's default export. Inert: importing it opens nothing, reads nothing, loads nothing heavy. */
export interface NarrativePlugin<Config extends StandardSchemaV1 = StandardSchemaV1> {
  readonly contract: 'narrative/v1'
  /** kebab-case. */
  readonly key: string
  readonly displayName: string
  readonly version: string
  /** Parsed by the host; defaults live here. */
  readonly config: Config
  create(config: StandardSchemaV1.InferOutput<Config>, host: NarrativeHost): Promise<NarrativeProvider>
}

/** The whole outside world, as a plugin sees it. Tests hand in another one. */
export interface NarrativeHost {
  readonly log: (event: string, data?: object) => void
  readonly fetch: typeof fetch
  readonly now: () => number
  /** A folder of its own, made before `create`. */
  readonly stateDirectory: string
  /** Path of a verified model file, by manifest id or path; null if it is not there. */
  modelFile(id: string): Promise<string | null>
  /** For plugins built on another; cycles are refused. */
  provider(key: string): Promise<NarrativeProvider>
}

/** Types a plugin; the contract version comes from here. */
export function definePlugin<Config extends StandardSchemaV1>(plugin: Omit<NarrativePlugin<Config>, 'contract'>): NarrativePlugin<Config> {
  return { contract: 'narrative/v1', ...plugin }
}
