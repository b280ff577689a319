import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../median.js'
import { ask, openProcess, requestOf, type GenerateRequest, type LlamaProcess } from './llama-local.js'
import type { LlmContext } from './llm-context.js'

/** Milliseconds from an abort until the caller has its refusal, and until the model has answered somebody else. */
export interface AbortFigures {
  readonly phase: 'queue' | 'prefill' | 'decode'
  readonly refusedMs: number
  readonly freeMs: number
}

const long = requestOf([{ role: 'user', content: 'Tell a story about a small ship, its captain and the sea.' }], { maxTokens: 600 })
const deep = requestOf([{ role: 'user', content: 'You played a track by somebody in some year, and again in another. '.repeat(60) }], { maxTokens: 4 })
/** One token is read and one written: what is left is waiting. */
const small = requestOf([{ role: 'user', content: 'Hi' }])

export async function measureAborts({ modelPath, threads, rounds, note }: LlmContext): Promise<readonly AbortFigures[]> {
  await using llama = await openProcess({ modelPath, threads, prefixDirectory: null })
  await ask(llama, small)
  const figures: AbortFigures[] = []
  for (const phase of ['queue', 'prefill', 'decode'] as const) {
    const times: { refusedMs: number; freeMs: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      note(`  abort in ${phase}, round ${round + 1} of ${rounds} …`)
      times.push(phase === 'queue' ? await abortInQueue(llama) : await abortAtWork(llama, phase))
    }
    figures.push({ phase, refusedMs: median(times.map((each) => each.refusedMs)), freeMs: median(times.map((each) => each.freeMs)) })
  }
  return figures
}

/** Somebody else is at work, and goes on: whoever waits is let go, and the place behind is free at once. */
async function abortInQueue(llama: LlamaProcess): Promise<{ refusedMs: number; freeMs: number }> {
  const running = new AbortController()
  const work = start(llama, long, running)
  await work.begun
  const waiting = new AbortController()
  const queued = start(llama, small, waiting)
  await sleep(50)
  const refusedMs = await timeToRefusal(waiting, queued.over)
  running.abort()
  await work.over
  return { refusedMs, freeMs: refusedMs }
}

async function abortAtWork(llama: LlamaProcess, phase: 'prefill' | 'decode'): Promise<{ refusedMs: number; freeMs: number }> {
  const controller = new AbortController()
  const work = start(llama, phase === 'prefill' ? deep : long, controller)
  await (phase === 'prefill' ? sleep(150) : work.begun)
  const aborted = performance.now()
  const refusedMs = await timeToRefusal(controller, work.over)
  await ask(llama, small)
  return { refusedMs, freeMs: performance.now() - aborted }
}

function start(llama: LlamaProcess, request: GenerateRequest, controller: AbortController): { readonly begun: Promise<void>; readonly over: Promise<void> } {
  const begun = Promise.withResolvers<void>()
  const over = (async () => {
    try {
      for await (const _ of llama.generate(request, controller.signal)) begun.resolve()
    } catch (error) {
      if (error !== controller.signal.reason) throw error
    }
  })()
  return { begun: begun.promise, over }
}

async function timeToRefusal(controller: AbortController, over: Promise<void>): Promise<number> {
  const started = performance.now()
  controller.abort()
  await over
  return performance.now() - started
}
