import { openRecommenderStore } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { megabytes, openFiles } from './models.command.js'

/** `linernotes models list`: what is in the manifest, what is here, and the recommenders that were trained here, newest first. */
export async function listModelsCommand(context: CommandContext, options: { json?: true }): Promise<ExitCode> {
  const models = await openFiles(context).list()
  const recommenders = await openRecommenderStore(context.environment.dataDirectory, context.now).list(context.signal)
  if (options.json) {
    context.print(JSON.stringify({ models, recommenders: recommenders.map(withoutIds) }))
    return exitCode.done
  }
  for (const { file, path, present, partialBytes } of models) {
    const missing = present ? 'damaged' : partialBytes === null ? 'not here' : `${megabytes(partialBytes)} here`
    const place = path ?? `${missing}: linernotes models pull ${file.id}`
    context.print(`${path === null ? '○' : '●'} ${file.id.padEnd(24)} ${megabytes(file.size).padStart(9)}  ${file.licence.padEnd(11)} ${place}`)
  }
  for (const { version, bytes, inForce, facts, problem } of recommenders) {
    const words = problem ?? `${facts?.creatorIds.length.toLocaleString('en')} artists and shows, ${facts?.listeners.toLocaleString('en')} listeners`
    context.print(`${inForce ? '●' : '○'} ${version.padEnd(24)} ${megabytes(bytes).padStart(9)}  ${(inForce ? 'in force' : 'kept').padEnd(11)} ${words}`)
  }
  if (recommenders.length === 0) context.note('No recommender was trained here yet: linernotes train')
  return exitCode.done
}

/** How many artists and shows, instead of thousands of ids. */
function withoutIds({ facts, ...stored }: Awaited<ReturnType<ReturnType<typeof openRecommenderStore>['list']>>[number]) {
  if (facts === null) return { ...stored, facts }
  const { creatorIds, ...others } = facts
  return { ...stored, facts: { ...others, creators: creatorIds.length } }
}
