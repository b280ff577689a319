import assert from 'node:assert/strict'
import { z } from 'zod'
import type { ConformanceCheck } from './conformance-subject.js'
import { describeValue } from './describe-value.js'
import { readNarrative } from './observe-narrative.js'

const count = z.number().nullable()
const usage = z.strictObject({ inputTokens: count, outputTokens: count, cachedInputTokens: count, costMicroUsd: count })

/** `NarrativePart`, as data: for a plugin that is written in JavaScript, or casts. */
const partSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('narrative-start'),
    model: z.string().min(1),
    warnings: z.array(z.string().min(1)),
    realisation: z.enum(['model', 'rules']).optional(),
  }),
  z.strictObject({ type: z.literal('text-delta'), text: z.string() }),
  z.strictObject({ type: z.literal('sentence-end'), factIds: z.array(z.string()) }),
  z.strictObject({ type: z.literal('narrative-end'), finish: z.enum(['complete', 'length', 'filtered']), usage }),
])

/** What a plugin gives and takes, seen from outside. */
export const formChecks: readonly ConformanceCheck[] = [
  {
    name: 'gives parts of the form of the contract and no others',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests) {
        for (const part of await readNarrative(subject, opened.provider, request)) {
          const issue = partSchema.safeParse(part).error?.issues[0]
          assert.ok(
            issue === undefined,
            `${describeValue(part)}: ${issue?.path.join('.') || 'the part'}: ${issue?.message}; expected parts as in part.ts, and no other fields`,
          )
        }
      }
    },
  },
  {
    name: 'reaches the network through the fetch of its host only',
    async run(subject) {
      const ours = globalThis.fetch
      const seen: string[] = []
      let isHosts = false
      // The host of a test may use the global fetch itself: that is not counted.
      const asHost =
        (inner: typeof fetch): typeof fetch =>
        (input, init) => {
          isHosts = true
          const answer = inner(input, init)
          isHosts = false
          return answer
        }
      await using opened = await subject.open('fresh', { fetch: asHost })
      const request = opened.requests[0]
      assert.ok(request)
      globalThis.fetch = (input, init) => {
        if (!isHosts) seen.push(input instanceof Request ? input.url : String(input))
        return ours(input, init)
      }
      try {
        await opened.provider.health({ signal: new AbortController().signal }).catch(() => undefined)
        await readNarrative(subject, opened.provider, request).catch(() => undefined)
      } finally {
        globalThis.fetch = ours
      }
      assert.deepEqual(seen, [], 'It used the global fetch: use host.fetch, so that tests and operators can see what it asks')
    },
  },
]
