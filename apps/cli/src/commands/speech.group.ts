import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { speechDoctorCommand } from './speech-doctor.command.js'
import { sayCommand, type SayOptions } from './speech-say.command.js'

/** `linernotes speech`. */
export function addSpeechCommands(program: Command, runs: Runs): void {
  const speech = program.command('speech').description('who speaks what the DJ says')
  speech
    .command('say')
    .description('speak a text, through the first provider that can')
    .argument('<text>', 'at most 2,000 characters')
    .option('--out <file>', 'write the sound to this file, and captions beside it; left out: say where it is kept')
    .option('--language <tag>', 'BCP 47', 'en')
    .option('--voice <name>', 'a voice of the provider')
    .option('--json', 'as one JSON document')
    .action(runs<[string, SayOptions]>(sayCommand))
  speech
    .command('doctor')
    .description('whether somebody can speak, and what to do if not; 0: somebody can')
    .option('--json', 'as one JSON document')
    .action(runs<[{ json?: true }]>(speechDoctorCommand))
}
