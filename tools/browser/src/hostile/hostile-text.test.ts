import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countDangers,
  inChromium,
  noDangers,
  openBrowser,
  servePages,
  takePictures,
  type Dangers,
  type PageServer,
  type TestBrowser,
} from '../harness/index.js'
import { foreignPage, foreignStyles } from '../widget/__fixtures__/foreign-page.js'
import { hostileTexts } from './__fixtures__/hostile-texts.js'
import { openEverything } from './__fixtures__/open-everything.js'
import { startHostileSite, type HostileSite } from './__fixtures__/start-hostile-site.js'

describe('hostile text', inChromium, () => {
  let site: HostileSite
  let browser: TestBrowser
  let foreign: PageServer
  let notes = ''
  let naive = { body: '', headers: {} as Readonly<Record<string, string>> }
  beforeAll(async () => {
    site = await startHostileSite()
    browser = await openBrowser()
    foreign = await servePages((path) => {
      if (path === '/notes') return foreignPage({ widget: site.gateway.url, sounds: null, notes })
      return path === '/naive' ? { type: 'text/html; charset=utf-8', ...naive } : (foreignStyles[path] ?? null)
    })
  }, 180_000)
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await foreign[Symbol.asyncDispose]()
    await site[Symbol.asyncDispose]()
  })

  const visit = async (address: string, options: { readonly least: number; readonly picture?: string }): Promise<Dangers> => {
    const page = await browser.newPage({ viewport: { width: 820, height: 900 } })
    const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
    await page.goto(address)
    await page.waitForLoadState('networkidle', { timeout: 60_000 })
    const opened = await openEverything(page)
    await page.waitForLoadState('networkidle', { timeout: 60_000 })
    expect(opened).toBeGreaterThanOrEqual(options.least)
    // Moving over everything and focusing it runs what waits for that.
    for (let press = 0; press < 12; press++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    if (options.picture !== undefined) await takePictures(page, options.picture)
    const found = await dangers.read()
    await page.close()
    return found
  }

  it.each([
    ['discover', '/?listener=ada', 6],
    ['discover, podcasts', '/?listener=ada&kinds=podcasts', 4],
    ['discover for nobody', '/?listener=nobody', 4],
    ['discover, two listeners', '/?listener=ada&beside=ben', 8],
    ['discover, rediscovery', '/?listener=ada&list=rediscover', 2],
    ['search by a word that stands in hostile text', '/search?q=script&listener=ada', 3],
    ['search by hostile text', `/search?q=${encodeURIComponent(hostileTexts[2] ?? '')}`, 0],
    ['the DJ', '/dj?listener=ada', 0],
  ])('does nothing on the page %s', { timeout: 60_000 }, async (_, address, least) => {
    expect(await visit(site.gateway.url + address, { least })).toEqual(noDangers)
  })

  it('does nothing in the demo page', { timeout: 120_000 }, async () => {
    for (const from of [0, 6]) {
      const query = site.ids.slice(from, from + 6).map((id) => `item=${id}`)
      expect(await visit(`${site.gateway.url}/widget/?${query.join('&')}`, { least: 6, ...(from === 0 && { picture: 'hostile-demo' }) })).toEqual(noDangers)
    }
  })

  it('does nothing in the widget on a page of somebody else, whatever the item', { timeout: 240_000 }, async () => {
    // Every other one: ids are in no order, so that all texts and all fields are among them.
    const half = site.ids.filter((_, place) => place % 2 === 0)
    for (let from = 0; from < half.length; from += 60) {
      const some = half.slice(from, from + 60)
      notes = some.map((id) => `<liner-note item="${id}"></liner-note>`).join('\n')
      expect(await visit(`${foreign.foreignUrl}/notes`, { least: some.length })).toEqual(noDangers)
    }
  })

  it('does nothing on embed pages, with and without scripts', { timeout: 240_000 }, async () => {
    const some = site.ids.filter((_, place) => place % 60 === 1)
    for (const id of some) expect(await visit(`${site.gateway.url}/embed/${id}`, { least: 1 })).toEqual(noDangers)
    const page = await browser.newPage({ javaScriptEnabled: false })
    for (const id of some) {
      await page.goto(`${site.gateway.url}/embed/${id}`)
      expect(
        await page
          .locator('script:not([type="application/ld+json"]):not([src="/widget/liner-note.js"]), iframe, img, form, base, svg, [onerror], [onload]')
          .count(),
      ).toBe(0)
    }
    await page.close()
  })

  it('is hostile: a page that takes it for markup is caught by the same counters, with and without a policy', async () => {
    const body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Naive</title><ul>${hostileTexts
      .slice(0, 17)
      .map((text) => `<li title="${text}">${text}</li>`)
      .join('')}</ul></html>`
    naive = { body, headers: {} }
    const free = await visit(`${foreign.url}/naive`, { least: 0 })
    expect(free.dialogs.length).toBeGreaterThanOrEqual(5)
    expect(free.handlers.length).toBeGreaterThanOrEqual(5)
    expect(free.scripts.length).toBeGreaterThanOrEqual(2)
    naive = { body, headers: { 'content-security-policy': "default-src 'none'; img-src data:" } }
    const stopped = await visit(`${foreign.url}/naive`, { least: 0 })
    expect(stopped.dialogs).toEqual([])
    expect(stopped.cspReports.length).toBeGreaterThanOrEqual(5)
    console.log(
      `a naive page: ${free.dialogs.length} dialogs, ${free.handlers.length} live handlers, ${free.scripts.length} scripts; under a policy ${stopped.cspReports.length} reports`,
    )
  })

  it('wants nothing from outside', () => {
    expect(browser.refused.filter((address) => !/media\.example|harbour\.example/.test(address))).toEqual([])
  })
})
