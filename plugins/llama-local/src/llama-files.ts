import path from 'node:path'
import { NarrativeError, type NarrativeHost } from '@linernotes/narrative-sdk'
import type { LlamaLocalConfig } from './config.js'
import { LlamaProcess } from './llama-process.js'

const megabyte = 2 ** 20

/** Finds the model and its adapters, and keeps one process for them. Looks at every narrative, so that a file that is pulled later is used as soon as it is there. */
export class LlamaFiles {
  readonly #config: LlamaLocalConfig
  readonly #host: NarrativeHost
  #llama: LlamaProcess | null = null

  constructor(config: LlamaLocalConfig, host: NarrativeHost) {
    this.#config = config
    this.#host = host
  }

  /** The process that was opened last; null before the first narrative. */
  get llama(): LlamaProcess | null {
    return this.#llama
  }

  async open(): Promise<LlamaProcess> {
    const { model, prefixLimitMb } = this.#config
    // Nothing that waiting or trying again would mend: no retry, no breaker, and the remedy stays in sight.
    const missing = await this.findMissing()
    if (missing !== null) throw new NarrativeError('misconfigured', missing)
    const modelPath = (await this.#host.modelFile(model)) ?? ''
    if (this.#llama?.modelPath === modelPath) return this.#llama
    const lora = await Promise.all(this.#config.lora.map(async ({ file, scale }) => ({ path: (await this.#host.modelFile(file)) ?? '', scale })))
    await this.#llama?.[Symbol.asyncDispose]()
    this.#llama = new LlamaProcess({
      ...this.#config,
      modelPath,
      lora,
      prefixDirectory: prefixLimitMb === 0 ? null : path.join(this.#host.stateDirectory, 'prefixes'),
      prefixBytes: prefixLimitMb * megabyte,
      now: this.#host.now,
      log: this.#host.log,
    })
    return this.#llama
  }

  /** What to do about a file that is not there; null: all are. */
  async findMissing(): Promise<string | null> {
    const { model, lora } = this.#config
    if ((await this.#host.modelFile(model)) === null) return missingModel(model)
    for (const { file } of lora) if ((await this.#host.modelFile(file)) === null) return missingAdapter(file)
    return null
  }
}

const isPath = (file: string): boolean => /[/\\]|\.gguf$/i.test(file)

function missingModel(model: string): string {
  if (isPath(model)) return `There is no GGUF file at ${model}. Set LLAMA_LOCAL_MODEL to one, or to an id of: npx -y pnpm@12.21.0 linernotes models list`
  return `The model ${model} is not on this machine. Get it: npx -y pnpm@12.21.0 linernotes models pull ${model}`
}

function missingAdapter(file: string): string {
  if (isPath(file)) return `There is no LoRA adapter at ${file}. Put the GGUF file there, or take it out of lora in the options of llama-local.`
  return `The LoRA adapter ${file} is not on this machine. Get it: npx -y pnpm@12.21.0 linernotes models pull ${file}; or take it out of lora in the options of llama-local.`
}
