import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, expectAccessible, inChromium, layoutShiftOf, noDangers, takePictures } from '../harness/index.js'
import { settled, startDiscover, type Discover } from './__fixtures__/open-discover.js'

const site = path.resolve(import.meta.dirname, '../../../../apps/web/dist/site')

const openInside = async (page: Page): Promise<void> => {
  const article = page.locator('article').first()
  await article.locator('[role=button][aria-expanded]').first().click()
  await article.getByRole('button', { name: 'Why it is here' }).click()
  await article.getByRole('heading', { name: 'The receipt' }).waitFor()
  await article
    .getByText(/Told by/)
    .nth(1)
    .waitFor()
}

const hostileText = `<img src=x onerror=alert(1)><script>alert(2)</script>"><svg/onload=alert(3)>`
const texts = new Set(['title', 'name', 'creditedName', 'label', 'statement', 'quote', 'summary', 'displayName', 'publisher', 'fallbackReason'])
const addresses = new Set(['url', 'listenUrl', 'siteUrl'])

/** An answer of the gateway in which each text that comes from outside is markup, and each address runs. Narratives grow by it, so that claims still fit. */
function madeHostile(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => madeHostile(one, key))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, madeHostile(inner, name)]))
  if (key === 'text') return `${String(value)} ${hostileText}`
  if (texts.has(key)) return hostileText
  return addresses.has(key) ? ' java\tscript:alert(4)' : value
}

/** Every state that a reader can be in, and how to get there. */
const states: readonly (readonly [name: string, path: string, reach?: (page: Page) => Promise<void>])[] = [
  ['discover', '/?listener=chloe'],
  ['discover-nobody', '/?listener=nobody'],
  ['discover-inside', '/?listener=chloe', openInside],
  ['discover-two', '/?listener=chloe&beside=ben&kinds=music'],
  [
    'discover-settings',
    '/?listener=ada&dial=0.8',
    async (page) => {
      const change = page.getByRole('button', { name: /Change/ })
      if (await change.isVisible()) await change.click()
      await page.getByRole('combobox', { name: 'Read as, by name' }).click()
    },
  ],
  ['discover-hidden', '/?listener=ben', (page) => page.locator('article').first().getByRole('button', { name: /^Hide/ }).click()],
]

describe('Discover, looked at', { ...inChromium, timeout: 180_000 }, () => {
  let discover: Discover
  beforeAll(async () => {
    discover = await startDiscover()
  }, 240_000)
  afterAll(() => discover[Symbol.asyncDispose]())

  describe.each(states)('%s', (name, address, reach) => {
    it.each([
      [390, 'light'],
      [390, 'dark'],
      [1440, 'light'],
      [1440, 'dark'],
    ] as const)('is accessible at %i pixels, %s, and breaks no policy', async (width, colorScheme) => {
      const page = await discover.browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      const dangers = await countDangers(page)
      await page.goto(discover.site.url + address)
      await settled(page)
      await reach?.(page)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      expect(await dangers.read()).toEqual(noDangers)
      await page.close()
    })

    it('has its picture taken', async () => {
      const page = await discover.open(address, { viewport: { width: 390, height: 844 } })
      await reach?.(page)
      expect(await takePictures(page, name)).toHaveLength(6)
      await page.close()
    })
  })

  it('shows hostile text as text, and makes no link of an address that runs', async () => {
    const page = await discover.browser.newPage({ viewport: { width: 1440, height: 900 } })
    const dangers = await countDangers(page)
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: madeHostile(await response.json()) })
    })
    await page.goto(`${discover.site.url}/?listener=chloe`)
    await settled(page)
    await openInside(page)
    expect(await page.locator('article h3').first().innerText()).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('main img, main script, main svg, main iframe').count()).toBe(0)
    expect(await page.getByRole('link', { name: /^Listen to/ }).count()).toBe(0)
    expect(await dangers.read()).toEqual(noDangers)
    await page.goto(`${discover.site.url}/search?q=linux`)
    await page.getByRole('heading', { name: 'Episodes' }).waitFor()
    await page.locator('[data-hit]').last().click()
    expect(await page.getByRole('link', { name: 'Its page' }).count()).toBe(0)
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })

  it.each([390, 820, 1440])('does not move while it loads, at %i pixels', async (width) => {
    const page = await discover.open('/', { viewport: { width, height: 900 } })
    const shift = await layoutShiftOf(page)
    console.log(`layout shift of Discover at ${width}: ${shift.toFixed(4)}`)
    expect(shift).toBeLessThan(0.05)
    await page.close()
  })

  it('can be read at twice the size, with nothing cut off, and in forced colours', async () => {
    const page = await discover.openRaw(
      '/?listener=chloe',
      (opened) => opened.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))),
      { viewport: { width: 390, height: 844 }, forcedColors: 'active' },
    )
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await expectAccessible(page)
    await page.close()
  })

  it('has targets that a thumb can hit', async () => {
    const page = await discover.open('/?listener=chloe', { viewport: { width: 390, height: 844 }, hasTouch: true })
    await page.getByRole('button', { name: /Change/ }).click()
    const small = await page.locator('button, a, select, input, [role=combobox]').evaluateAll((elements) =>
      elements
        // The link that skips to the page is out of sight until it has the focus.
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().top >= 0)
        .map((element) => ({
          name: element.textContent || element.getAttribute('aria-label') || element.id,
          height: element.getBoundingClientRect().height,
          width: element.getBoundingClientRect().width,
        }))
        .filter(({ height, width }) => height < 44 || width < 44),
    )
    expect(small).toEqual([])
    await page.close()
  })

  it('says how large it is', async () => {
    const assets = await readdir(path.join(site, 'assets'))
    const sizes = await Promise.all(assets.map(async (name) => ({ name, bytes: gzipSync(await readFile(path.join(site, 'assets', name))).length })))
    const sum = (ending: string): number => sizes.filter(({ name }) => name.endsWith(ending)).reduce((total, { bytes }) => total + bytes, 0)
    console.log(`pages, gzip: ${sum('.js')} bytes of script, ${sum('.css')} of style, ${sum('.woff2')} of fonts`)
    expect(sum('.js')).toBeGreaterThan(10_000)
    expect(sum('.js')).toBeLessThan(150_000)
    expect(sum('.css')).toBeLessThan(15_000)
  })
})
