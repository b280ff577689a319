import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { checkNarrativesCommand, type CheckNarrativesOptions } from './narratives-check.command.js'

/** `linernotes narratives check` */
export function addNarrativesCheckCommand(narratives: Command, runs: Runs): void {
  narratives
    .command('check')
    .description('how much of what is false grounding refuses, and how little of what is true; needs no database')
    .option('--mutations <number>', 'true texts with one name, number or date replaced', '10000')
    .option('--seed <number>', 'which of them are drawn', '1')
    .option('--json', 'as one JSON document')
    .action(runs<[CheckNarrativesOptions]>(checkNarrativesCommand))
}
