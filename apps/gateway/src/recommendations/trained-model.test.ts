import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await createTestGateway()
})
afterAll(() => gateway[Symbol.asyncDispose]())

const { signal } = new AbortController()
const modelVersion = async (): Promise<string> => {
  const { data, errors } = await gateway.execute('{ recommendations(input: { listenerId: "ada" }, first: 5) { modelVersion nodes { item { __typename } } } }')
  expect(errors).toBeUndefined()
  expect(data.recommendations.nodes).toHaveLength(5)
  return data.recommendations.modelVersion as string
}

it('a running gateway uses what is trained about a second later, and answers all the while', async () => {
  const before = await modelVersion()
  expect(before).not.toContain('+')
  const training = gateway.platform.train({ model: 'ease', seed: 1 }, () => {}, signal)
  expect(await modelVersion()).toBe(before)
  const { version } = await training
  await expect.poll(modelVersion, { timeout: 5_000 }).toBe(`${before}+${version}`)
  const second = await gateway.platform.train({ model: 'item-knn', seed: 1 }, () => {}, signal)
  expect(second.replaced).toBe(version)
  await expect.poll(modelVersion, { timeout: 5_000 }).toBe(`${before}+${second.version}`)
})
