import { availableParallelism } from 'node:os'
import { z } from 'zod'

/** More threads than this gain nothing: memory bandwidth is used up. */
const mostUsefulThreads = 8

export const config = z.strictObject({
  /** Id of the model manifest (`linernotes models list`), or path of a GGUF file. */
  model: z.string().min(1).default('smollm2-135m-instruct'),
  /** Threads that compute. One less than the cores: a thread that has to wait for a core stalls all others. */
  threads: z
    .int()
    .min(1)
    .max(256)
    .default(() => Math.min(Math.max(1, availableParallelism() - 1), mostUsefulThreads)),
  /** Tokens of prompt and answer together. */
  contextSize: z.int().min(512).max(131_072).default(2048),
  /** Narratives written at the same time; on a CPU that gains little, and the same seed may then give another text. */
  sequences: z.int().min(1).max(16).default(1),
  /** Narratives that may wait; the next is refused as overloaded. */
  queueLimit: z.int().min(0).max(1000).default(8),
  /** 'short' for models of a few hundred million parameters, 'full' from about a billion. */
  prompt: z.enum(['short', 'full']).default('short'),
  /** What the model does: 'plan' chooses facts and their order, and rules word them; 'words' writes. Left out: 'plan' with the short prompt, 'words' with the full one. */
  mode: z.enum(['plan', 'words']).optional(),
  /** 0 always takes the likeliest token; above, another seed may choose other words. */
  temperature: z.number().min(0).max(2).default(0.5),
  topP: z.number().gt(0).max(1).default(0.95),
  /** Above 1, words that were just written become less likely; names and numbers suffer first. */
  repeatPenalty: z.number().min(1).max(2).default(1),
  /** Tokens of one answer. */
  maxTokens: z.int().min(16).max(4096).default(220),
  /** LoRA adapters on top of the model, in this order: ids of the manifest or paths of GGUF files, and how strongly each counts. */
  lora: z.array(z.strictObject({ file: z.string().min(1), scale: z.number().min(-10).max(10).default(1) })).default([]),
  /** Megabytes (2^20 bytes) of memory that the process may take; beyond, it is killed and started afresh. null: no limit. */
  memoryLimitMb: z.int().min(64).nullable().default(null),
  /** Megabytes on disk for what the model has read of prompts that many narratives share; 0: nothing is kept over a restart. */
  prefixLimitMb: z.int().min(0).default(256),
  /** Milliseconds without work after which the model leaves memory; null: never. */
  idleUnloadMs: z.int().min(1000).nullable().default(null),
  /** Milliseconds for loading the model. */
  loadTimeoutMs: z.int().min(1000).default(60_000),
  /** Milliseconds that a stopped text may take to stop before the process is killed. */
  abortTimeoutMs: z.int().min(100).default(5_000),
  /** Milliseconds that a process at work may give no sign of life before it is killed. */
  hangTimeoutMs: z.int().min(200).default(10_000),
})

export type LlamaLocalConfig = z.output<typeof config>
