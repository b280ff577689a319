import { modelNames, recipeNames, recipesWithTrainedModel, type ModelName } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { parseCount } from '../parse-number.js'

export interface TrainOptions {
  readonly model: string
  readonly recipe?: string
  readonly seed: string
  readonly json?: true
}

/**
 * `linernotes train`: trains beside whoever is serving; what runs uses the new model about a second later. For a recipe that asks no trained model, there is nothing to
 * train, and what is in force stays.
 */
export async function trainCommand(context: CommandContext, options: TrainOptions): Promise<ExitCode> {
  const { recipe } = options
  const model = parseModel(options.model)
  if (recipe !== undefined && !recipeNames.includes(recipe))
    throw new UsageError(`train: --recipe: there is no "${recipe}"; there are ${recipeNames.join(', ')}`)
  const seed = parseCount('train: --seed', options.seed, 0, 999_999_999)
  if (recipe !== undefined && !recipesWithTrainedModel.includes(recipe)) {
    const asking = recipesWithTrainedModel.join(', ')
    if (options.json) context.print(JSON.stringify({ recipe, trained: false, recipesWithTrainedModel }))
    else
      context.print(`Nothing to train: ${recipe} asks no trained model, it is ranked from histories and catalogue as they are. Those that ask one: ${asking}.`)
    return exitCode.done
  }
  await using platform = await openCommandPlatform(context)
  using progress = context.progress(`Training ${model}`)
  const report = await platform.train({ model, seed }, (share) => progress.update({ done: Math.floor(share * 100), total: 100, unit: '%' }), context.signal)
  if (options.json) {
    context.print(JSON.stringify({ ...report, recipes: recipesWithTrainedModel }))
    return exitCode.done
  }
  const { version, listeners, creators, leftOut, interactions, seconds, megabytes, bytes, resumed, replaced, pruned } = report
  context.print(
    `${version} is in force: ${model} over ${amount(creators)} artists and shows, from ${amount(listeners)} listeners, in ${seconds.toFixed(1)} s (${(bytes / 1_000_000).toFixed(1)} MB)`,
  )
  context.note(`Asked by the recipes ${recipesWithTrainedModel.join(', ')}: all share one model.`)
  context.note(`${amount(interactions)} pairs of listener and artist or show were read; training took ${megabytes.toFixed(1)} MB beside them.`)
  if (resumed) context.note('It went on where an earlier training on the same data was interrupted.')
  if (leftOut > 0) context.note(`${amount(leftOut)} artists and shows were left out for want of room: those with the fewest listeners.`)
  if (pruned.length > 0) context.note(`Deleted because newer ones are kept: ${pruned.join(', ')}`)
  context.note(replaced === version ? 'It is the model that was in force before: nothing has changed.' : `Go back: linernotes models use ${replaced ?? 'none'}`)
  return exitCode.done
}

const amount = (value: number): string => value.toLocaleString('en')

function parseModel(text: string): ModelName {
  const model = modelNames.find((name) => name === text)
  if (model === undefined) throw new UsageError(`train: --model: there is no "${text}"; there are ${modelNames.join(', ')}`)
  return model
}
