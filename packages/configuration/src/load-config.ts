import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { access } from 'node:fs/promises'
import { linerNotesConfigSchema, resolveSources, type LinerNotesConfig } from '@linernotes/narratives/config'
import type { Environment } from './environment.js'

/** A configuration that cannot be used; each problem names its place. */
export class ConfigFileError extends Error {
  override readonly name = 'ConfigFileError'
  readonly problems: readonly string[]
  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${file}: ${problems.join('; ')}`, options)
    this.problems = problems
  }
}

/** Imports the configuration file, calls it with the environment and checks the shape of what it returns. */
export async function loadConfig(environment: Environment): Promise<LinerNotesConfig> {
  const file = environment.configFile
  const exists = await access(file).then(
    () => true,
    () => false,
  )
  if (!exists) throw new ConfigFileError(file, ['no such file; set LINERNOTES_CONFIG or restore linernotes.config.ts'])
  let made: unknown
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown }
    if (typeof module.default !== 'function') throw new TypeError('expected `export default defineConfig((environment) => ({ ... }))`')
    made = await (module.default as (environment: Environment) => unknown)(environment)
  } catch (error) {
    throw new ConfigFileError(file, [firstLine(error)], { cause: error })
  }
  const parsed = linerNotesConfigSchema.safeParse(made)
  if (!parsed.success)
    throw new ConfigFileError(
      file,
      parsed.error.issues.map((issue) => [...(issue.path.length > 0 ? [issue.path.join('.')] : []), issue.message].join(': ')),
    )
  return resolveSources(parsed.data, path.dirname(file), environment.rootDirectory)
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? 'cannot be read'
}
