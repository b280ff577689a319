import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { listModelsCommand } from './models-list.command.js'
import { useModelCommand } from './models-use.command.js'
import { pullModelCommand } from './models.command.js'

/** `linernotes models`: model files that narrators need, and recommenders that were trained here. */
export function addModelsCommands(program: Command, runs: Runs): void {
  const models = program.command('models').description('model files of narrators, and trained recommenders')
  models
    .command('list')
    .description('what there is, and what is here')
    .option('--json', 'as one JSON document')
    .action(runs<[{ json?: true }]>(listModelsCommand))
  models
    .command('pull')
    .description('fetch a model file, verify it, store it; resumable')
    .argument('[id]', 'id of `models list`; left out: the configured model')
    .option('--json', 'as one JSON document')
    .action(runs<[string | undefined, { json?: true }]>(pullModelCommand))
  models
    .command('use')
    .description('put a trained recommender in force: back to an older one, or to none')
    .argument('<version>', 'version of `models list`, or "none"')
    .option('--json', 'as one JSON document')
    .action(runs<[string, { json?: true }]>(useModelCommand))
}
