import { openRecommenderStore } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** `linernotes models use VERSION`: puts a trained recommender in force, after checking it; "none": neighbours by shared listeners, as before any training. */
export async function useModelCommand(context: CommandContext, version: string, options: { json?: true }): Promise<ExitCode> {
  const store = openRecommenderStore(context.environment.dataDirectory, context.now)
  // What cannot be read was in force for nobody.
  const replaced = await store.inForce().catch(() => null)
  await store.use(version === 'none' ? null : version, context.signal)
  if (options.json) context.print(JSON.stringify({ version: version === 'none' ? null : version, replaced }))
  else context.print(version === 'none' ? 'No trained recommender is in force.' : `${version} is in force.`)
  return exitCode.done
}
