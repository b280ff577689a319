import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { recallCommand, recallsCommand, type RecallOptions } from './narratives-recall.command.js'

/** `linernotes narratives recall` and `linernotes narratives recalls`. */
export function addNarrativesRecallCommand(narratives: Command, runs: Runs): void {
  narratives
    .command('recall')
    .description('withdraw texts at once, and write others in their place')
    .requiredOption(
      '--where <criteria>',
      'provider=..., promptVersion=..., model=..., style=..., language=..., item=ID, artist=NAME, text~=WORDS; with commas: all must hold',
    )
    .option('--reason <text>', 'why', 'not said')
    .option('--by <who>', 'who withdraws them; left out: the user of this machine')
    .option('--dry-run', 'only list what would be withdrawn')
    .option('--json', 'as one JSON document')
    .action(runs<[RecallOptions]>(recallCommand))
  narratives
    .command('recalls')
    .description('who withdrew what, when and why')
    .option('--json', 'as one JSON document')
    .action(runs<[{ readonly json?: true }]>(recallsCommand))
}
