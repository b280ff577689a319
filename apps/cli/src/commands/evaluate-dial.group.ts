import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { evaluateDialCommand, type EvaluateDialOptions } from './evaluate-dial.command.js'
import { evaluateExposureCommand, type EvaluateExposureOptions } from './evaluate-exposure.command.js'

/** `linernotes evaluate-dial` and `linernotes evaluate-exposure`: what lists are like, measured on the listeners of the database. */
export function addEvaluateDialCommands(program: Command, runs: Runs): void {
  withTrial(
    program.command('evaluate-dial').description('what adventurousness does: novelty, diversity and nDCG at five steps, beside a control'),
    'discover-tracks',
  ).action(runs<[EvaluateDialOptions]>(evaluateDialCommand))
  withTrial(program.command('evaluate-exposure').description('which places newcomers get under a floor of exposure, and at what cost'), 'hidden-gems')
    .option('--cold-artists <share>', 'share of the artists all of whose plays are held back', '0.1')
    .option('--floors <shares>', 'floors to compare, with commas; cost is measured against discover-tracks without one', '0,0.25,0.5,0.7,0.9')
    .option('--adventurousness <number>', '0 to 1', '0.3')
    .action(runs<[EvaluateExposureOptions]>(evaluateExposureCommand))
}

function withTrial(command: Command, recipe: string): Command {
  return command
    .option('--recipe <name>', 'how the lists are made', recipe)
    .option('--listeners <number>', 'at most so many, drawn by seed', '200')
    .option('--holdout <share>', 'share of the tracks of each listener that is held back', '0.2')
    .option('--k <number>', 'length of the lists', '20')
    .option('--seed <number>', 'who and what is drawn', '1')
    .option('--json', 'as one JSON document')
}
