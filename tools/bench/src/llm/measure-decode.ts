import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { median } from '../median.js'
import type { BareAnswer, BareRequest } from './bare-loop.js'
import { ask, openProcess, requestOf } from './llama-local.js'
import type { LlmContext } from './llm-context.js'

export interface DecodeFigures {
  readonly tokens: number
  readonly rounds: number
  readonly bareTokensPerSecond: number
  readonly pluginTokensPerSecond: number
  /** Median of the rounds' ratios: both of a round ran one after the other. */
  readonly ratio: number
  /** Lowest and highest of a round. */
  readonly ratios: readonly [number, number]
  readonly sameText: boolean
}

const prompt = 'Tell a long story about a small ship, its captain and the sea. Do not stop early.'
const tokens = 128

/** Tokens per second of an answer, from its first token to its last: the plugin, over IPC, and node-llama-cpp in a bare loop, in turns. */
export async function measureDecode({ modelPath, threads, rounds, note }: LlmContext): Promise<DecodeFigures> {
  await using llama = await openProcess({ modelPath, threads, prefixDirectory: null })
  const bare = fork(path.join(import.meta.dirname, 'bare-loop.js'), [modelPath, String(threads)])
  try {
    await next(bare)
    const askBare = async (): Promise<BareAnswer> => {
      const answer = next<BareAnswer>(bare)
      bare.send({ prompt, tokens } satisfies BareRequest)
      return await answer
    }
    const askPlugin = async (): Promise<BareAnswer> => {
      const { text, outputTokens, firstMs, endMs } = await ask(llama, requestOf([{ role: 'user', content: prompt }], { maxTokens: tokens }))
      return { text, outputTokens, decodeMs: endMs - firstMs }
    }
    const [warm, warmBare] = [await askPlugin(), await askBare()]
    const measured: { readonly bare: number; readonly plugin: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      note(`  decode, round ${round + 1} of ${rounds} …`)
      // Who goes first changes: a machine gets busier, or cools down.
      const before = round % 2 === 0 ? await askBare() : null
      const plugin = await askPlugin()
      measured.push({ bare: speedOf(before ?? (await askBare())), plugin: speedOf(plugin) })
    }
    const ratios = measured.map(({ bare: control, plugin }) => plugin / control).toSorted((one, other) => one - other)
    return {
      tokens: warm.outputTokens,
      rounds,
      bareTokensPerSecond: median(measured.map((each) => each.bare)),
      pluginTokensPerSecond: median(measured.map((each) => each.plugin)),
      ratio: median(ratios),
      ratios: [ratios[0] ?? 0, ratios.at(-1) ?? 0],
      sameText: warm.text.trim() === warmBare.text.trim(),
    }
  } finally {
    bare.disconnect()
  }
}

function speedOf({ outputTokens, decodeMs }: BareAnswer): number {
  return ((outputTokens - 1) * 1000) / decodeMs
}

async function next<Message>(child: ChildProcess): Promise<Message> {
  return await new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the bare loop ended'))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as Message)
    })
  })
}
