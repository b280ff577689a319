import { extname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Statement } from './engine.js'

/** What the worker is asked: a statement, or to close (null). */
export interface WorkerRequest {
  readonly id: number
  readonly statement: Statement | null
}

const { dataDirectory } = workerData as { readonly dataDirectory: string }
// Node resolves no './x.js' to './x.ts': the extension is that of this very file, in src as in dist.
const module = new URL(`./pglite-engine${extname(import.meta.url)}`, import.meta.url)
const { createPGliteEngine, openPGlite } = (await import(module.href)) as typeof import('./pglite-engine.js')
const engine = createPGliteEngine(await openPGlite({ dataDir: dataDirectory }))

parentPort?.on('message', async ({ id, statement }: WorkerRequest) => {
  try {
    parentPort?.postMessage({ id, outcome: statement === null ? await engine.close() : await engine.execute(statement) }, [])
  } catch (error) {
    parentPort?.postMessage({ id, error }, [])
  }
  if (statement === null) parentPort?.close()
})
parentPort?.postMessage('ready', [])
