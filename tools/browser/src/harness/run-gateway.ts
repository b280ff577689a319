import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

const main = path.resolve(import.meta.dirname, '../../../../apps/gateway/dist/main.js')
const readyMs = 180_000

export interface RunningGateway {
  readonly url: string
  readonly port: number
  /** Ends it and waits for the end; harmless when it has ended already. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** The built gateway as a process of its own, embedded, until it has said where it listens. Nothing of the environment of the tests reaches it. */
export async function runGateway(options: {
  readonly directory: string
  /** 0: any free one. */
  readonly port: number
  readonly variables?: Readonly<Record<string, string>>
}): Promise<RunningGateway> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      LINERNOTES_DATA_DIR: options.directory,
      PORT: String(options.port),
      ...options.variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  let isWanted = false
  // A test would only see that nobody answers any more.
  child.once('exit', (code, signal) => {
    if (!isWanted) console.error(`The gateway ended by itself (${code ?? signal}): ${complaint}`)
  })
  const stop = (signal: NodeJS.Signals): Promise<void> => {
    isWanted = true
    return end(child, signal)
  }
  const late = setTimeout(() => child.kill('SIGKILL'), readyMs)
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /https?:\/\/[^\s/]+(?=\/graphql)/.exec(line)?.[0]
      if (url === undefined) continue
      child.stdout.resume()
      return { url, port: Number(new URL(url).port), stop }
    }
    throw new Error(`The gateway ended before it said where it listens. Is it built (\`pnpm build\`)? ${complaint}`)
  } catch (error) {
    await stop('SIGKILL')
    throw error
  } finally {
    clearTimeout(late)
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
