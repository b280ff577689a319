import { expect, it } from 'vitest'
import type { NarrativePart } from '../part.js'
import { sampleTrackRequest } from '../testing/sample-requests.js'
import { fromRunnable } from './from-runnable.js'

const end: NarrativePart = {
  type: 'narrative-end',
  finish: 'complete',
  usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: 0 },
}

async function read(parts: readonly unknown[], seed: number | null = null): Promise<readonly NarrativePart[]> {
  async function* stream(): AsyncGenerator<unknown> {
    yield* parts
  }
  const options = { model: 'chain', gives: 'parts', capabilities: { locality: 'on-device' } } as const
  await using provider = fromRunnable({ stream: async () => stream() }, options)
  return await Array.fromAsync(provider.narrate({ ...sampleTrackRequest, seed }, { signal: new AbortController().signal }))
}

it('hands on the parts of a Runnable that knows itself who wrote, with the warnings of the platform', async () => {
  const start = { type: 'narrative-start', model: 'phrases', warnings: ['mine'], realisation: 'rules' } as const
  const said = [
    { type: 'text-delta', text: 'You played C-Doc.' },
    { type: 'sentence-end', factIds: ['F1'] },
  ] as const
  expect(await read([start, ...said, end], 7)).toEqual([{ ...start, warnings: ['seed is not supported', 'mine'] }, ...said, end])
})

it('says what a Runnable gave that is no part', async () => {
  await expect(read([{ content: 'You played C-Doc.' }])).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('has to give parts of a narrative'),
  })
})
