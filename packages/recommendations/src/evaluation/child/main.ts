import { trainModel } from '../../ranking-models/train-model.js'
import { peakMegabytes } from '../peak-megabytes.js'
import { rankListeners, type RankingTask } from '../rank-listeners.js'
import type { FromChild } from './message.js'

const send = (message: FromChild): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()))

// Ctrl-C in a terminal reaches us too: who started us decides. Without them there is nobody to work for.
process.on('SIGINT', () => {})
process.once('disconnect', () => process.exit())

process.once('message', async (task: RankingTask) => {
  let last = -1
  try {
    const rankings = await rankListeners(task, {
      trainModel,
      clock: () => performance.now(),
      peakMegabytes,
      // Whoever started this process ends it.
      signal: new AbortController().signal,
      onStep(step) {
        const percent = Math.floor(step.share * 100) + (step.phase === 'rank' ? 1_000 : 0)
        if (percent !== last) void send({ type: 'step', step })
        last = percent
      },
    })
    await send({ type: 'done', rankings })
  } catch (error) {
    await send({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
  process.exit()
})
