import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countDangers,
  expectAccessible,
  inChromium,
  layoutShiftOf,
  noDangers,
  openBrowser,
  startSite,
  takePictures,
  type Site,
  type TestBrowser,
} from '../harness/index.js'

describe('the demo page of the widget', inChromium, () => {
  let browser: TestBrowser
  let site: Site
  beforeAll(async () => {
    browser = await openBrowser()
    site = await startSite()
  }, 240_000)
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await site[Symbol.asyncDispose]()
  })

  it('shows tracks and episodes of the sample in a page of another design, and nothing moves', async () => {
    const page = await browser.newPage({ viewport: { width: 1024, height: 900 } })
    const dangers = await countDangers(page)
    await page.goto(`${site.url}/widget/`)
    await page.locator('liner-note article[aria-busy="false"]').nth(2).waitFor()
    expect(await page.locator('liner-note .text').count()).toBe(3)
    const shift = await layoutShiftOf(page)
    console.log('layout shift of the demo page', shift)
    expect(shift).toBeLessThan(0.05)
    await expectAccessible(page)
    expect(await dangers.read()).toEqual(noDangers)
    await takePictures(page, 'widget-demo')
    await page.close()
  })
})
