import { stat } from 'node:fs/promises'
import { getLlama, LlamaLogLevel, type Llama } from 'node-llama-cpp'
import { checkGguf } from './check-gguf.js'
import { Engine } from './engine.js'
import { GrammarCache } from './grammar-cache.js'
import { hashFile } from './hash-file.js'
import type { LoadOptions, PrefixNews } from './message.js'
import { PrefixStore } from './prefix-store.js'
import { SequencePool } from './sequence-pool.js'
import { sliceTokensOf } from './slice-tokens.js'

/** Raise it when prompts are cut or kept otherwise than before: states of another layout are not loaded. */
const layout = 1

/** Never downloads and never compiles llama.cpp: the prebuilt binary of the package, or an error. */
export async function loadEngine(options: LoadOptions, tell: (news: PrefixNews) => void): Promise<Engine> {
  const { modelPath, lora, threads, contextSize, sequences } = options
  for (const path of [modelPath, ...lora.map((adapter) => adapter.path)]) await checkGguf(path)
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    maxThreads: threads,
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  })
  const prefixes = openPrefixes(llama, options, tell)
  const model = await llama.loadModel({ modelPath })
  const sliceTokens = sliceTokensOf((await stat(modelPath)).size)
  const context = await model.createContext({
    contextSize,
    sequences,
    batchSize: sliceTokens,
    threads,
    ...(lora.length > 0 && { lora: { adapters: lora.map(({ path, scale }) => ({ filePath: path, scale })) } }),
  })
  return new Engine({
    model,
    pool: new SequencePool(context, sliceTokens),
    grammars: new GrammarCache(llama),
    prefixes,
    contextSize,
    sliceTokens,
  })
}

function openPrefixes(llama: Llama, options: LoadOptions, tell: (news: PrefixNews) => void): PrefixStore | null {
  const { modelPath, lora, contextSize, sequences, prefixDirectory, prefixBytes } = options
  if (prefixDirectory === null) return null
  const find = async (): Promise<readonly unknown[]> => {
    const [model, ...adapters] = await Promise.all([modelPath, ...lora.map(({ path }) => path)].map(hashFile))
    const scaled = adapters.map((hash, index) => [hash, lora[index]?.scale])
    return [layout, llama.llamaCppRelease, model, scaled, contextSize, sequences]
  }
  // Begun now, so that the first prompt does not wait for it.
  const origin = find()
  origin.catch(() => undefined) // whoever needs it hears of it
  return new PrefixStore({ directory: prefixDirectory, limitBytes: prefixBytes, origin: () => origin, now: Date.now, tell })
}
