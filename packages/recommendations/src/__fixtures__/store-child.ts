// A process of its own that puts one model after another in force, and says so: one line each.
import { openModelStore } from '../model-store/model-store.js'
import { trainedParts } from './parts.js'

const [directory = ''] = process.argv.slice(2)
const store = openModelStore({ directory, now: Date.now })
const { signal } = new AbortController()
for (let seed = 1; ; seed += 1) {
  // Large enough to be caught in the middle of it.
  const { version } = await store.save(trainedParts({ creators: 700, minute: seed % 7, seed }), signal)
  await store.use(version, signal)
  process.stdout.write(`${version}\n`)
  await store.prune()
}
