import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { providersCommand } from './providers.command.js'

/** `linernotes providers ...` */
export function addProvidersCommands(program: Command, runs: Runs): void {
  program
    .command('providers')
    .description('who can write narratives, and whether they can now')
    .option('--json', 'as one JSON document')
    .action(runs<[{ json?: true }]>(providersCommand))
}
