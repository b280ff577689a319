import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child extends AsyncDisposable {
  readonly pid: number
  /** Next line that it says. */
  next(): Promise<Record<string, unknown>>
  /** kill -9, and every line that it said before and next() did not take. */
  kill(): Promise<Record<string, unknown>[]>
}

export function startChild(dataDirectory: string, mode: 'own' | 'share', act: 'wait' | 'write' | 'transaction' = 'wait'): Child {
  const child = spawn(process.execPath, ['--import', locate('resolve-source.js'), locate('child.ts'), dataDirectory, mode, act], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next()
    return done ? { ended: true } : (JSON.parse(value) as Record<string, unknown>)
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
    const rest = []
    for (let line = await next(); !('ended' in line); line = await next()) rest.push(line)
    return rest
  }
  return { pid: child.pid ?? 0, next, kill, [Symbol.asyncDispose]: async () => void (await kill()) }
}

function locate(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
