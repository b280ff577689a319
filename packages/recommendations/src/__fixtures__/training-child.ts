// A process of its own that trains one model, keeps every step, and says how many it kept: one line each.
import type { Checkpoints } from '../ranking-models/checkpoints.js'
import { modelNames } from '../ranking-models/ranking-model.js'
import { trainModel } from '../ranking-models/train-model.js'
import { openUnfinished } from '../model-store/unfinished-training.js'
import { smallTaste } from './small-taste.js'

const [directory = '', name = ''] = process.argv.slice(2)
const kept = openUnfinished({ directory, key: 'k', everyMs: 0 })
const checkpoints: Checkpoints = {
  find: (part) => kept.find(part),
  keep(part, checkpoint, isLast) {
    kept.keep(part, checkpoint, isLast)
    process.stdout.write(`${part}\n`)
  },
}
await trainModel(modelNames.find((model) => model === name)!, smallTaste(3, 120, 200, 4), { seed: 7, signal: new AbortController().signal, checkpoints })
process.stdout.write('done\n')
