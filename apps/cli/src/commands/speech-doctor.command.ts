import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { openCommandSpeaker } from './open-command-speaker.js'

/** `linernotes speech doctor`: how each provider of speech is. 1 if none can speak. */
export async function speechDoctorCommand(context: CommandContext, options: { readonly json?: true }): Promise<ExitCode> {
  await using speaker = await openCommandSpeaker(context)
  const providers = await speaker.voices({ signal: context.signal })
  const speaks = providers.some(({ state }) => state !== 'down')
  if (options.json) context.print(JSON.stringify({ speaks, providers }))
  else {
    for (const { key, state, detail } of providers)
      context.print(`${{ up: '●', degraded: '!', down: '○' }[state]} ${key}  ${state}${detail === null ? '' : `: ${detail}`}`)
    if (providers.length === 0) context.print('○ no provider of speech is configured: see speech in linernotes.config.ts')
  }
  return speaks ? exitCode.done : exitCode.failed
}
