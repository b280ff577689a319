import { openModelFiles } from '@linernotes/model-files'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** `linernotes models list`: what is in the manifest, and what is here. */
export async function listModelsCommand(context: CommandContext, options: { json?: true }): Promise<ExitCode> {
  const models = await open(context).list()
  if (options.json) {
    context.print(JSON.stringify({ models }))
    return exitCode.done
  }
  for (const { file, path, present, partialBytes } of models) {
    const missing = present ? 'damaged' : partialBytes === null ? 'not here' : `${megabytes(partialBytes)} here`
    const place = path ?? `${missing}: linernotes models pull ${file.id}`
    context.print(`${path === null ? '○' : '●'} ${file.id.padEnd(24)} ${megabytes(file.size).padStart(9)}  ${file.licence.padEnd(11)} ${place}`)
  }
  return exitCode.done
}

/** `linernotes models pull [ID]`: fetches, verifies and stores a model; resumes where an earlier call stopped. */
export async function pullModelCommand(context: CommandContext, id: string | undefined, options: { json?: true }): Promise<ExitCode> {
  const wanted = id ?? context.environment.llamaLocal.model
  using progress = context.progress(`Fetching ${wanted}`)
  const { path } = await open(context).pull(wanted, {
    signal: context.signal,
    onProgress: ({ done, total }) => progress.update({ done, total, unit: 'bytes' }),
  })
  context.print(options.json ? JSON.stringify({ id: wanted, path }) : `${wanted} is here: ${path}`)
  return exitCode.done
}

function open(context: CommandContext): ReturnType<typeof openModelFiles> {
  return openModelFiles({
    directory: context.environment.modelsDirectory,
    baseDirectory: context.environment.rootDirectory,
    fetch: context.fetch,
    now: context.now,
  })
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
