import { environmentExample, loadConfig, printEnvironment } from '@linernotes/configuration'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'

/** `linernotes config`: what is configured, secrets masked. */
export async function configCommand(context: CommandContext, options: { print?: true; envExample?: true; json?: true }): Promise<ExitCode> {
  if (options.envExample) {
    context.print(environmentExample().trimEnd())
    return exitCode.done
  }
  if (!options.print) throw new UsageError('config: say --print or --env-example')
  const variables = printEnvironment(context.variables)
  const config = await loadConfig(context.environment)
  if (options.json) {
    context.print(JSON.stringify({ environment: variables, order: config.order, configFile: context.environment.configFile }))
    return exitCode.done
  }
  for (const { name, value, from } of variables) context.print(`${name.padEnd(32)} ${value ?? '(unset)'}${from === 'default' ? '  (default)' : ''}`)
  context.print('')
  context.print(`Providers for tracks:   ${config.order.track.join(' > ')}`)
  context.print(`Providers for episodes: ${config.order.episode.join(' > ')}`)
  return exitCode.done
}
