import 'reflect-metadata'
import { expect, it } from 'vitest'
import { createTestGateway } from './testing/create-test-gateway.js'
import { mainQuery } from './http/main-query.js'
it('works', async () => {
  await using g = await createTestGateway()
  const a = await g.execute(await mainQuery())
  console.log(JSON.stringify(a.data ?? a, null, 1).slice(0, 6000), g.logged)
  expect(a.errors).toBeUndefined()
})
