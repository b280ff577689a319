import { trainModel, type TrainingData } from '@linernotes/recommendations'
import { cpuOfTurns } from './cpu.js'
import { randomPlays } from './synthetic.js'

export interface TrainingFigures {
  readonly name: string
  readonly items: number
  readonly interactions: number
  readonly seconds: number
  /** What of that this thread had the processor. */
  readonly cpuSeconds: number
  /** Operations that the published algorithm needs, in thousands of millions. */
  readonly gigaflops: number
}

const SWEEPS = 12
const DIMENSIONS = 64
const { signal } = new AbortController()

async function timed(train: () => Promise<unknown>): Promise<Pick<TrainingFigures, 'seconds' | 'cpuSeconds'>> {
  const started = performance.now()
  const cpu = await cpuOfTurns(train)
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: cpu / 1000 }
}

/** A symmetric inverse takes n³, and the Gram matrix two for each pair of items of each listener. */
export async function measureEase(items: number): Promise<TrainingFigures> {
  const listeners = 2_000
  const data = randomPlays(listeners, items, 50 * listeners, items)
  const times = await timed(() => trainModel('ease', data, { seed: 1, signal }))
  const interactions = data.interactions.columns.length
  return { name: 'EASE', items, interactions, ...times, gigaflops: (items ** 3 + (2 * interactions ** 2) / listeners) / 1e9 }
}

/** A sweep takes d² for each pair of listener and item from both sides, and d³/3 for each listener and item. */
export async function measureIals({ listeners, items, interactions }: Size): Promise<TrainingFigures> {
  return await measureIalsOn(randomPlays(listeners, items, interactions, items))
}

export interface Size {
  readonly listeners: number
  readonly items: number
  readonly interactions: number
}

export async function measureIalsOn(data: TrainingData): Promise<TrainingFigures> {
  const { rowCount: listeners, columnCount: items } = data.interactions
  const times = await timed(() => trainModel('ials', data, { seed: 1, signal }))
  const entries = data.interactions.columns.length
  const sweep = 2 * entries * DIMENSIONS ** 2 + (listeners + items) * (DIMENSIONS ** 3 / 3 + DIMENSIONS ** 2)
  return { name: `iALS-${DIMENSIONS}`, items, interactions: entries, ...times, gigaflops: (SWEEPS * sweep) / 1e9 }
}
