import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Cpu {
  /** Milliseconds of all threads, user and system. */
  readonly whole: number
  /** Of the main thread alone. */
  readonly main: number
}

export interface Server extends AsyncDisposable {
  readonly url: string
  cpu(): Promise<Cpu>
  send(message: object): void
}

const readyMs = 180_000

/** Starts a server as a process of its own, and waits until it has printed its address. What it says on stderr goes to `note`. */
export async function startServer(file: string, variables: Readonly<Record<string, string>>, note: (line: string) => void): Promise<Server> {
  const child = fork(file, [], {
    execArgv: ['--import', new URL('report-cpu.js', import.meta.url).href],
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  if (child.stderr) createInterface({ input: child.stderr }).on('line', note)
  try {
    const url = await readAddress(child)
    return { url, cpu: () => askCpu(child), send: (message) => void child.send(message), [Symbol.asyncDispose]: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new TypeError('expected a piped stdout')
  const timeout = setTimeout(() => child.kill(), readyMs)
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /https?:\/\/\S+\/graphql/.exec(line)?.[0]
      if (url === undefined) continue
      child.stdout.resume()
      return url
    }
    throw new Error('the server ended before it said where it listens')
  } finally {
    clearTimeout(timeout)
  }
}

async function askCpu(child: ChildProcess): Promise<Cpu> {
  const answered = once(child, 'message') as Promise<[{ whole: NodeJS.CpuUsage; main: NodeJS.CpuUsage }]>
  child.send('cpu')
  const [{ whole, main }] = await answered
  return { whole: (whole.user + whole.system) / 1_000, main: (main.user + main.system) / 1_000 }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
