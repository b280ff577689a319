import type { LinerNotesConfigInput } from '@linernotes/narratives/config'
import type { Environment } from './environment.js'

export type ConfigFunction = (environment: Environment) => LinerNotesConfigInput

/** Types `linernotes.config.ts`: a function of the parsed environment, so that no file but ours reads `process.env`. */
export function defineConfig(config: ConfigFunction): ConfigFunction {
  return config
}
