import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, inChromium, noDangers } from '../harness/index.js'
import { startForeignSite, type ForeignSite } from './__fixtures__/start-foreign-site.js'

describe('the frame that oEmbed gives', inChromium, () => {
  let site: ForeignSite
  beforeAll(async () => {
    site = await startForeignSite()
  }, 120_000)
  afterAll(() => site[Symbol.asyncDispose]())

  it.each([
    ['timed', 640],
    ['timed', 300],
    ['track', 640],
    ['track', 300],
  ] as const)('has room for the note: %s, %i pixels wide', async (kind, width) => {
    const address = encodeURIComponent(`${site.gateway.url}/embed/${site.ids[kind]}`)
    const answer = (await (await fetch(`${site.gateway.url}/oembed?url=${address}&maxwidth=${width}`)).json()) as {
      readonly html: string
      readonly height: number
    }
    const body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Frames</title><main>${answer.html}</main></html>`
    const headers = { 'content-security-policy': `default-src 'none'; img-src data:; frame-src ${site.gateway.url}` }
    site.serve(`/frame-${kind}-${width}`, { type: 'text/html', body, headers })
    const page = await site.browser.newPage({ viewport: { width: 820, height: 700 } })
    const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
    await page.goto(`${site.foreign.foreignUrl}/frame-${kind}-${width}`)
    const frame = page.frameLocator('iframe')
    await frame.locator('liner-note .text').waitFor()
    const size = await frame.locator('html').evaluate((root) => ({ needs: root.scrollHeight, wide: root.scrollWidth }))
    expect(size.needs).toBeLessThanOrEqual(answer.height)
    expect(size.wide).toBeLessThanOrEqual(width)
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })
})
