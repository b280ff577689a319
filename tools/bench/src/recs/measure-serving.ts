import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { findListeners } from '@linernotes/listening'
import { importSample, openPlatform, type Platform } from '@linernotes/serving'

const root = path.resolve(import.meta.dirname, '../../../..')
const BLOCKS = 4
const LISTENERS = 60

export interface ServingFigures {
  readonly queries: number
  readonly quiet: Percentiles
  /** While a model is trained over and over in its worker, and put in force each time. */
  readonly training: Percentiles
  readonly trained: number
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
}

/** Recommendation queries over the sample, one after the other, in blocks: quiet, training, quiet, training, ... */
export async function measureServing(queriesPerBlock: number, note: (line: string) => void): Promise<ServingFigures> {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-bench-recs-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const { signal } = new AbortController()
  const parsed = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, root)
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  const { dataDirectory, modelsDirectory, rootDirectory } = parsed.environment
  const config = await loadConfig(parsed.environment)
  const platform = opened.use(await openPlatform({ dataDirectory, modelsDirectory, rootDirectory, config, now: Date.now, fetch, log: () => {}, signal }))
  const { db } = platform.database
  await importSample({ db, now: Date.now, signal }, path.join(root, 'data'), { onStep: (title) => note(`importing ${title}`), onlyIntoEmpty: true })
  const listeners = (await findListeners(db, { first: LISTENERS, after: null })).nodes.map(({ id }) => id)
  const ask = async (count: number) => {
    const times: number[] = []
    for (let query = 0; query < count; query++) {
      const started = performance.now()
      await platform.recommend({ listenerId: listeners[query % listeners.length]!, kinds: ['track'], first: 20, afterRank: 0 }, signal)
      times.push(performance.now() - started)
    }
    return times
  }
  await platform.train({ model: 'ease', seed: 1 }, () => {}, signal)
  await ask(listeners.length)
  const times = { quiet: [] as number[], training: [] as number[] }
  let trained = 0
  for (let block = 0; block < BLOCKS; block++) {
    note(`asking, block ${block + 1} of ${BLOCKS}`)
    times.quiet.push(...(await ask(queriesPerBlock)))
    const stopping = new AbortController()
    const training = trainAgainAndAgain(platform, stopping.signal)
    times.training.push(...(await ask(queriesPerBlock)))
    stopping.abort()
    trained += await training
  }
  return { queries: BLOCKS * queriesPerBlock, quiet: percentiles(times.quiet), training: percentiles(times.training), trained }
}

async function trainAgainAndAgain(platform: Platform, signal: AbortSignal): Promise<number> {
  for (let seed = 1; ; seed++) {
    try {
      await platform.train({ model: 'ease', seed }, () => {}, signal)
    } catch (error) {
      if (signal.aborted) return seed - 1
      throw error
    }
  }
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { p50: at(0.5), p99: at(0.99) }
}
