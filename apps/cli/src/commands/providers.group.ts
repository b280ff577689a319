import type { Command } from 'commander'
import type { Runs } from '../command-group.js'
import { conformanceCommand, type ConformanceCommandOptions } from './providers-conformance.command.js'
import { doctorCommand } from './providers-doctor.command.js'
import { tryCommand, type TryOptions } from './providers-try.command.js'
import { providersCommand } from './providers.command.js'

/** `linernotes providers ...` */
export function addProvidersCommands(program: Command, runs: Runs): void {
  // Else the group would take --json from its commands.
  program.enablePositionalOptions()
  const providers = program
    .command('providers')
    .description('who can write narratives, and whether they can now')
    .option('--json', 'as one JSON document')
    .enablePositionalOptions()
    .usage('[options] [command]')
    // A word that is none of the commands would be one argument too many.
    .argument('[unknown]')
    .action(async (unknown: string | undefined, ...values: unknown[]) => {
      if (unknown !== undefined) providers.error(`error: unknown command '${unknown}'`, { code: 'commander.unknownCommand' })
      await runs<[{ json?: true }]>(providersCommand)(...values)
    })
  providers
    .command('try')
    .description('let one provider write about one item; what stands, on what, and what was refused and why')
    .argument('<key>', 'key of a configured provider')
    .option('--item <idOrTitle>', 'a track or episode, by id or title; left out: what is recommended to the listener')
    .option('--listener <externalId>', 'for whom', 'ada')
    .option('--style <style>', 'blurb, dj or pitch; left out: the first that the provider writes')
    .option('--stream', 'sentence by sentence, as they pass')
    .option('--against <key>', 'another provider for the same brief, side by side')
    .option('--strict', 'exit with 3 if the provider did not write it itself')
    .option('--json', 'as one JSON document')
    .action(runs<[string, TryOptions]>(tryCommand))
  providers
    .command('doctor')
    .description('what each provider needs, whether it has it, and what to do')
    .argument('[key]', 'only this one')
    .option('--json', 'as one JSON document')
    .action(runs<[string | undefined, { json?: true }]>(doctorCommand))
  providers
    .command('conformance')
    .description('the promises of the contract, checked one by one; offline')
    .argument('<key>', 'key of a configured provider')
    .option('--options <json>', 'options that differ from the configured ones')
    .option('--live', 'over the real network, which may cost money')
    .option('--json', 'as one JSON document')
    .action(runs<[string, ConformanceCommandOptions]>(conformanceCommand))
}
