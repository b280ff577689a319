import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FromChild } from './child/message.js'
import type { RankingStep, RankingTask, TrainedRankings } from './rank-listeners.js'

export interface RankApartOptions {
  readonly signal: AbortSignal
  readonly onStep: RankingStep
}

/** Trains and ranks in a process of its own, whose memory is the model's and nobody else's. Rejects with `signal.reason` on abort. */
export async function rankApart(task: RankingTask, { signal, onStep }: RankApartOptions): Promise<TrainedRankings> {
  signal.throwIfAborted()
  const child = fork(childEntry(), { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const { promise, resolve, reject } = Promise.withResolvers<TrainedRankings>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort)
  child.on('message', (message: FromChild) => {
    if (message.type === 'step') onStep(message.step)
    else if (message.type === 'done') resolve(message.rankings)
    else reject(new Error(message.message))
  })
  child.once('error', reject)
  child.once('exit', (code, killedBy) =>
    reject(new Error(`${task.model}: the process that trains it ended ${killedBy === null ? `with code ${code}` : `by ${killedBy}`}${memoryHint(killedBy)}`)),
  )
  try {
    send(child, task)
    return await promise
  } finally {
    signal.removeEventListener('abort', abort)
    child.kill('SIGKILL')
  }
}

const memoryHint = (killedBy: string | null): string =>
  killedBy === 'SIGKILL' || killedBy === 'SIGABRT' ? '; was there too little memory? A higher --min-item-users leaves fewer items' : ''

function send(child: ChildProcess, task: RankingTask): void {
  // An error of the channel is followed by the end of the process, which says more.
  child.send(task, () => {})
}

/** File that the child process runs. Under vitest this file is src/*.ts, and the child is what the build made of it. */
function childEntry(): string {
  const entry = fileURLToPath(new URL('./child/main.js', import.meta.url))
  return existsSync(entry) ? entry : fileURLToPath(new URL('../../dist/evaluation/child/main.js', import.meta.url))
}
