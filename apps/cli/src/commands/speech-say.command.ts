import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { UsageError } from '../failures.js'
import { openCommandSpeaker } from './open-command-speaker.js'

export interface SayOptions {
  readonly out?: string
  readonly language: string
  readonly voice?: string
  readonly json?: true
}

/** `linernotes speech say TEXT`: 1 where nobody can speak it. */
export async function sayCommand(context: CommandContext, text: string, options: SayOptions): Promise<ExitCode> {
  if (!isLanguage(options.language)) throw new UsageError(`speech say: ${JSON.stringify(options.language)} is no language tag, such as en or de-AT`)
  await using speaker = await openCommandSpeaker(context)
  const spoken = await speaker.say(text, { language: options.language, voice: options.voice ?? null, signal: context.signal })
  if (spoken.type === 'not-spoken') {
    if (options.json) context.print(JSON.stringify(spoken))
    else context.note(`Nobody can speak it: ${spoken.reason}`)
    return exitCode.failed
  }
  const files = options.out === undefined ? spoken : await writeBeside(path.resolve(context.directory, options.out), spoken)
  if (options.json) context.print(JSON.stringify({ ...spoken, ...files }))
  else context.print(`${files.audioFile}  ${(spoken.durationMs / 1_000).toFixed(1)} s, ${spoken.disclosure}; captions in ${files.captionsFile}`)
  return exitCode.done
}

interface SpeechFiles {
  readonly audioFile: string
  readonly captionsFile: string
}

async function writeBeside(file: string, { audioFile, captionsFile }: SpeechFiles): Promise<SpeechFiles> {
  const captions = file.replace(/\.[a-z0-9]{1,4}$/iu, '') + '.vtt'
  await copyFile(audioFile, file)
  await copyFile(captionsFile, captions)
  return { audioFile: file, captionsFile: captions }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
