import type { Token } from 'node-llama-cpp'

/** A prompt as tokens, and how many of them at its beginning are shared with other prompts. */
export interface Prompt {
  readonly tokens: readonly Token[]
  readonly shared: number
}

/**
 * How many of `common` tokens, which are read already, may stand. The rest has to be cut into slices as it would be without them: other
 * slices round differently, and then the same seed may give another text. Slices begin at the start and where the shared part ends. The
 * last token never stands: it has to be evaluated for the first word.
 */
export function keptTokens({ tokens, shared }: Prompt, common: number, sliceTokens: number): number {
  const most = Math.min(common, tokens.length - 1)
  const from = most >= shared ? shared : 0
  return from + Math.floor((most - from) / sliceTokens) * sliceTokens
}
