import { importFormats } from '@linernotes/serving'
import { Command, CommanderError } from 'commander'
import type { CommandContext } from './command-context.js'
import type { Runs } from './command-group.js'
import { configCommand } from './commands/config.command.js'
import { addEvaluateCommand } from './commands/evaluate.group.js'
import { addEvaluateDialCommands } from './commands/evaluate-dial.group.js'
import { importCommand, type ImportOptions } from './commands/import.command.js'
import { addModelsCommands } from './commands/models.group.js'
import { addNarrativesCheckCommand } from './commands/narratives-check.group.js'
import { addNarrativesEvaluateCommand } from './commands/narratives-evaluate.group.js'
import { addNarrateCommands } from './commands/narrate.group.js'
import { addNarrativesRecallCommand } from './commands/narratives-recall.group.js'
import { addProvidersCommands } from './commands/providers.group.js'
import { addReceiptsCommands } from './commands/receipts.group.js'
import { addSpeechCommands } from './commands/speech.group.js'
import { addTrainCommand } from './commands/train.group.js'
import { recommendCommand, type RecommendOptions } from './commands/recommend.command.js'
import { exitCode, type ExitCode } from './exit-code.js'

/** Runs one command line. Wrong usage is exit code 2, with the help of the command on stderr. */
export async function runProgram(context: CommandContext, argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCode.done
  const runs: Runs =
    <Arguments extends readonly unknown[]>(command: (context: CommandContext, ...values: Arguments) => Promise<ExitCode>) =>
    async (...values: unknown[]): Promise<void> => {
      // commander appends itself to the arguments
      code = await command(context, ...(values.slice(0, -1) as unknown as Arguments))
    }

  const program = new Command('linernotes')
  program
    .description('Recommends tracks and podcast episodes and says why.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.print(text.trimEnd()), writeErr: (text) => context.note(text.trimEnd()) })
  program.showHelpAfterError()

  program
    .command('import')
    .description('take over a catalogue or a listening history')
    .argument('<format>', importFormats.join(', '))
    .argument('<file...>', 'files of that format (gzip is fine)')
    .option('--listener <externalId>', 'whose history it is')
    .option('--episode <id>', 'the episode (id or guid) that a transcript belongs to')
    .option('--json', 'print the report as one JSON document')
    .option('--strict', 'exit with 3 if anything was rejected')
    .action(runs<[string, string[], ImportOptions]>(importCommand))

  addModelsCommands(program, runs)
  addTrainCommand(program, runs)

  program
    .command('recommend')
    .description('what to play next, and why')
    .argument('<listener>', "a listener's external id, e.g. ada")
    .option('--first <number>', 'how many, at most 100', '5')
    .option('--kinds <kinds>', 'track, episode, or both with a comma', 'track,episode')
    .option('--provider <key>', 'who writes; left out: the configured order')
    .option('--receipts <file>', 'also write the receipts to this file')
    .option('--json', 'as one JSON document')
    .action(runs<[string, RecommendOptions]>(recommendCommand))

  addEvaluateCommand(program, runs)
  addReceiptsCommands(program, runs)
  addNarrateCommands(program, runs)
  addProvidersCommands(program, runs)
  addEvaluateDialCommands(program, runs)
  addSpeechCommands(program, runs)
  const narratives = program.command('narratives').description('check, evaluate and recall what is said')
  addNarrativesCheckCommand(narratives, runs)
  addNarrativesEvaluateCommand(narratives, runs)
  addNarrativesRecallCommand(narratives, runs)
  program
    .command('config')
    .description('what is configured')
    .option('--print', 'values, secrets masked')
    .option('--env-example', 'the text of .env.example')
    .option('--json', 'as one JSON document')
    .action(runs<[{ print?: true; envExample?: true; json?: true }]>(configCommand))

  for (const command of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)])
    command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
    throw error
  }
  return code
}
