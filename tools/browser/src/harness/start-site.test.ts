import { describe, expect, it } from 'vitest'
import { inChromium, startSite } from './index.js'

describe('the site', inChromium, () => {
  it('answers on the sample, stops, and starts again at the same address', { timeout: 240_000 }, async () => {
    await using site = await startSite()
    const ask = async (): Promise<unknown> => {
      const body = JSON.stringify({ query: '{ listener(externalId: "chloe") { displayName } }' })
      const response = await fetch(`${site.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return await response.json()
    }
    expect(await ask()).toMatchObject({ data: { listener: { displayName: expect.any(String) } } })
    await site.stop('SIGKILL')
    await expect(ask()).rejects.toThrow('fetch failed')
    await site.start()
    expect(await ask()).toMatchObject({ data: { listener: { displayName: expect.any(String) } } })
  })
})
