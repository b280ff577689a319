import { scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { expect, test } from 'vitest'
import { inScope, runningPlugin } from './plugin-scope.js'

test('what a plugin starts is known by its key, in parts, in health and in timers that it leaves behind; what we start is ours', async () => {
  const seen: (string | null)[] = []
  const provider = scriptedProvider([])
  const scoped = inScope('theirs', {
    ...provider,
    async *narrate() {
      seen.push(runningPlugin())
      setTimeout(() => seen.push(runningPlugin()), 1)
      yield { type: 'narrative-start', model: 'm', warnings: [] }
      seen.push(runningPlugin())
    },
    health: async () => {
      seen.push(runningPlugin())
      return { state: 'up', detail: null }
    },
  })
  const { signal } = new AbortController()
  for await (const { type } of scoped.narrate({} as never, { signal })) expect([type, runningPlugin()]).toEqual(['narrative-start', null])
  await scoped.health({ signal })
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(seen).toEqual(['theirs', 'theirs', 'theirs', 'theirs'])
})

test('a frozen provider stays whole, with what it offers beside the contract', () => {
  const own = Object.freeze({ ...scriptedProvider([]), judge: (text: string) => text.length })
  const scoped = inScope('theirs', own as never)
  expect('judge' in scoped).toBe(true)
  expect((scoped as unknown as typeof own).judge('four')).toBe(4)
  expect(scoped.capabilities).toBe(own.capabilities)
})
