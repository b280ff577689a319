import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { RunnableLambda } from '@langchain/core/runnables'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { expect, it } from 'vitest'
import { sampleTrackRequest } from '../testing/index.js'
import { fromChatModel, fromRunnable, type LangChainOptions, type RunnableInput } from './index.js'

const options: LangChainOptions = { model: 'fake', capabilities: { locality: 'on-device' }, finishReason: 'optional' }
const answer = '{"sentences":[{"text":"You played C-Doc 212 times in 2016.","facts":["F1"]}]}'

it('sends nothing to LangSmith, whatever the environment says', async () => {
  const { signal } = new AbortController()
  let traces = 0
  const server = createServer((_request, response) => {
    traces += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const variables = { LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: 'key', LANGSMITH_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  Object.assign(process.env, variables)
  try {
    const model = new FakeListChatModel({ responses: [answer] })
    await Array.fromAsync(fromChatModel(model, options).narrate(sampleTrackRequest, { signal }))
    const runnable = RunnableLambda.from(({ messages }: RunnableInput) => messages).pipe(model)
    await Array.fromAsync(fromRunnable(runnable, options).narrate(sampleTrackRequest, { signal }))
    await sleep(800)
    expect(traces).toBe(0)
    // The same without our handler is traced: the test can fail.
    await model.invoke('hello')
    await expect.poll(() => traces, { timeout: 4000 }).toBeGreaterThan(0)
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
    server.closeAllConnections()
    server.close()
  }
})
