import { recipeNames } from '@linernotes/serving'
import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { narrateCommand, type NarrateOptions } from './narrate.command.js'
import { workerCommand } from './worker.command.js'

/** `linernotes narrate` and `linernotes worker`. */
export function addNarrateCommands(program: Command, runs: Runs): void {
  program
    .command('narrate')
    .description('write narratives before anybody asks for them; the same command again goes on')
    .requiredOption('--listeners <ids>', '`all`, or external ids with commas')
    .option('--recipe <name>', recipeNames.join(', '), 'discover-tracks')
    .option('--top <number>', 'how many of each list, at most 200', '10')
    .option('--provider <key>', 'who writes; left out: the configured order')
    .option('--style <style>', 'blurb, dj or pitch', 'blurb')
    .option('--budget-tokens <number>', 'tokens that the run may take, in all its calls')
    .option('--budget-usd <number>', 'money that the run may cost, in all its calls')
    .option('--workers <number>', 'lists written side by side here; 0: by `linernotes worker` elsewhere', '2')
    .option('--json', 'as one JSON document')
    .action(runs<[NarrateOptions]>(narrateCommand))
  program
    .command('worker')
    .description('write lists of runs that were begun elsewhere, until it is stopped')
    .option('--workers <number>', 'lists written side by side', '2')
    .action(runs<[{ readonly workers: string }]>(workerCommand))
}
