import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, expectAccessible, inChromium, noDangers, takePictures } from '../harness/index.js'
import { startForeignSite, type ForeignSite } from './__fixtures__/start-foreign-site.js'

const isRead = (page: Page): Promise<void> => page.locator('liner-note .text').first().waitFor()

describe('the widget in odd places', inChromium, () => {
  let site: ForeignSite
  beforeAll(async () => {
    site = await startForeignSite()
  }, 120_000)
  afterAll(() => site[Symbol.asyncDispose]())

  const open = async (address: string) => {
    const page = await site.browser.newPage({ viewport: { width: 820, height: 900 } })
    const dangers = await countDangers(page, ({ origin }) => origin === site.gateway.url)
    await page.goto(address)
    return { page, dangers }
  }
  /** A page of another site, under a policy, in another language. */
  const serve = (path: string, root: string, body: string): string => {
    const policy = `default-src 'none'; script-src ${site.gateway.url}; connect-src ${site.gateway.url}; frame-src 'self'; img-src data:`
    site.serve(path, {
      type: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html ${root}><link rel="icon" href="data:,"><title>A page</title>
<script type="module" src="${site.gateway.url}/widget/liner-note.js"></script><main><h1>A page</h1>${body}</main></html>`,
    })
    return site.foreign.foreignUrl + path
  }

  it('keeps its own direction and language where the page is written from right to left', async () => {
    const note = `<liner-note item="${site.ids.timed}"></liner-note><liner-note item="epi_aaaaaaaaaaaaaaaaaaaa"><p>\u0643\u0644\u0645\u0627\u062A \u0627\u0644\u0635\u0641\u062D\u0629.</p></liner-note>`
    const { page, dangers } = await open(serve('/rtl', 'lang="ar" dir="rtl"', note))
    await isRead(page)
    await page.getByText('There is no liner note for this item.').waitFor()
    const note1 = page.locator('liner-note article').first()
    expect(await note1.evaluate((element) => [getComputedStyle(element).direction, element.lang])).toEqual(['ltr', 'en'])
    // The words of the page stay its own.
    expect(await page.locator('main > liner-note > p').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.getByRole('button', { name: 'What it rests on' }).first().click()
    await expectAccessible(page)
    await takePictures(page, 'widget-right-to-left')
    // The console says that an item is not there, and so it should.
    expect({ ...(await dangers.read()), consoleErrors: [] }).toEqual(noDangers)
    await page.close()
  })

  it('works inside of a shadow tree of the page, an open and a closed one', async () => {
    const { page, dangers } = await open(serve('/shadow', 'lang="en"', '<div id="open"></div><div id="closed"></div>'))
    const states = page.evaluate(
      async (id) =>
        await Promise.all(
          (['open', 'closed'] as const).map(
            (mode) =>
              new Promise((resolve) => {
                const host = document.getElementById(mode)
                host?.addEventListener('liner-note', (event) => resolve((event as CustomEvent<{ readonly state: string }>).detail.state))
                const note = document.createElement('liner-note')
                note.setAttribute('item', id)
                host?.attachShadow({ mode }).append(note)
              }),
          ),
        ),
      site.ids.track,
    )
    expect(await states).toEqual(['embed', 'embed'])
    const claim = page.locator('#open liner-note .claim').first()
    await claim.click()
    expect(await claim.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('#open liner-note .fact').count()).toBeGreaterThan(0)
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })

  it('works in a frame that may do nothing but run scripts', async () => {
    serve('/framed', 'lang="en"', `<liner-note item="${site.ids.timed}"></liner-note>`)
    const { page, dangers } = await open(
      serve('/frames', 'lang="en"', '<iframe sandbox="allow-scripts" src="/framed" title="A note" width="600" height="500"></iframe>'),
    )
    const text = page.frameLocator('iframe').locator('liner-note .text')
    await text.waitFor()
    expect(await text.textContent()).toContain('lighthouse keeper')
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })

  it('is several in one page: each opens its own, and one plays at a time', async () => {
    const note = `<liner-note item="${site.ids.timed}"></liner-note>`
    const { page } = await open(site.page(note + note))
    await page.locator('liner-note .text').nth(1).waitFor()
    await page.locator('liner-note').first().locator('.claim').first().click()
    expect(await page.locator('liner-note').nth(0).locator('.fact').count()).toBeGreaterThan(0)
    expect(await page.locator('liner-note').nth(1).locator('.fact').count()).toBe(0)
    const plays = page.locator('liner-note .play')
    await plays.nth(0).click()
    await expect.poll(() => plays.nth(0).textContent()).toContain('Pause: ')
    await plays.nth(1).click()
    await expect.poll(() => plays.nth(0).textContent()).toContain('Play: ')
    await page.close()
  })

  it('leaves no request behind when it is taken out of the page, and comes back when it is put in again', async () => {
    const { page, dangers } = await open(site.page(`<liner-note item="${site.ids.track}"></liner-note>`))
    await isRead(page)
    await page.evaluate(() => {
      const note = document.querySelector('liner-note')
      note?.setAttribute('style-kind', 'pitch')
      note?.remove()
      document.querySelector('main')?.append(note ?? '')
    })
    await isRead(page)
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })
})
