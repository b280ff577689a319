import { openModelFiles } from '@linernotes/model-files'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** `linernotes models pull [ID]`: fetches, verifies and stores a model; resumes where an earlier call stopped. */
export async function pullModelCommand(context: CommandContext, id: string | undefined, options: { json?: true }): Promise<ExitCode> {
  const wanted = id ?? context.environment.llamaLocal.model
  using progress = context.progress(`Fetching ${wanted}`)
  const { path } = await openFiles(context).pull(wanted, {
    signal: context.signal,
    onProgress: ({ done, total }) => progress.update({ done, total, unit: 'bytes' }),
  })
  context.print(options.json ? JSON.stringify({ id: wanted, path }) : `${wanted} is here: ${path}`)
  return exitCode.done
}

/** The model files of narrators. */
export function openFiles(context: CommandContext): ReturnType<typeof openModelFiles> {
  return openModelFiles({
    directory: context.environment.modelsDirectory,
    baseDirectory: context.environment.rootDirectory,
    fetch: context.fetch,
    now: context.now,
  })
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
