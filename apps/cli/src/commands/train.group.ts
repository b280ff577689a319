import type { Command } from 'commander'
import { modelNames, recipesWithTrainedModel } from '@linernotes/serving'
import type { Runs } from '../command-group.js'
import { trainCommand, type TrainOptions } from './train.command.js'

/** `linernotes train`. */
export function addTrainCommand(program: Command, runs: Runs): void {
  program
    .command('train')
    .description('train a recommender on what everybody played, and put it in force')
    .option('--model <name>', modelNames.join(', '), 'hybrid')
    .option(
      '--recipe <name>',
      `train what this recipe asks: ${recipesWithTrainedModel.join(', ')} share one model of artists and shows, others have nothing to train`,
    )
    .option('--seed <number>', 'the same seed and data give the same model', '1')
    .option('--json', 'print the report as one JSON document')
    .action(runs<[TrainOptions]>(trainCommand))
}
