import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'

export const root = path.resolve(import.meta.dirname, '../../../..')
const program = path.join(root, 'apps/cli/dist/main.js')

export interface Ended {
  /** null: killed by a signal. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
}

export type Variables = Readonly<Record<string, string>>

/** Starts the built program as a user would, with nothing of the environment of the tests. */
export function startCli(args: readonly string[], variables: Variables): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), DATABASE_URL: '', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return {
    kill: (signal) => void child.kill(signal),
    ended: output.then(([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr })),
  }
}

export async function runCli(args: readonly string[], variables: Variables): Promise<Ended> {
  return await startCli(args, variables).ended
}

export interface DataDirectory extends AsyncDisposable {
  readonly path: string
  readonly variables: { readonly LINERNOTES_DATA_DIR: string }
}

export async function createDataDirectory(): Promise<DataDirectory> {
  const home = await mkdtemp(path.join(tmpdir(), 'ln-cli-'))
  const directory = path.join(home, 'data')
  return { path: directory, variables: { LINERNOTES_DATA_DIR: directory }, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) }
}

/** The same data in another place: the first create of a database costs seconds. */
export async function copyDataDirectory(from: DataDirectory): Promise<DataDirectory> {
  const copy = await createDataDirectory()
  await cp(from.path, copy.path, { recursive: true })
  return copy
}
