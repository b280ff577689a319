import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, expectAccessible, inChromium, layoutShiftOf, noDangers, takePictures } from '../harness/index.js'
import { startForeignSite, type ForeignSite } from './__fixtures__/start-foreign-site.js'

const settled = 'liner-note article[aria-busy="false"]'
const activeText = (page: Page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? null)

/** What a stylesheet of the page around would change. */
const look = (page: Page) =>
  page.locator('liner-note .text').evaluate((text) => {
    const { fontFamily, fontSize, fontStyle, letterSpacing, color, textTransform } = getComputedStyle(text)
    const note = getComputedStyle((text.getRootNode() as ShadowRoot).host)
    return { fontFamily, fontSize, fontStyle, letterSpacing, color, textTransform, display: note.display, opacity: note.opacity, transform: note.transform }
  })

describe('the widget in a page of somebody else', inChromium, () => {
  let site: ForeignSite
  beforeAll(async () => {
    site = await startForeignSite()
  }, 120_000)
  afterAll(() => site[Symbol.asyncDispose]())
  const open = async (address: string, width = 1024) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } })
    const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
    await page.goto(address)
    await page.locator(settled).first().waitFor()
    return { page, dangers }
  }

  it('shows a pitch under a strict policy, asks for nothing else, keeps nothing, and nothing moves', async () => {
    const { page, dangers } = await open(site.page(`<liner-note item="${site.ids.timed}"></liner-note>`))
    expect(await page.locator('liner-note .text').textContent()).toContain('“The lighthouse keeper wrote the wind down every hour for thirty-one years')
    expect(await page.locator('liner-note .foot').textContent()).toContain('Put together by rules from the facts shown.')
    const shift = await layoutShiftOf(page)
    console.log(`layout shift of a foreign page: ${shift}`)
    expect(shift).toBeLessThan(0.05)
    await expectAccessible(page)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(await dangers.read()).toEqual(noDangers)
    expect(site.browser.refused).toEqual([])
    await page.close()
  })

  it('tells its server not even which page asks', async () => {
    const page = await site.browser.newPage()
    const asked = page.waitForRequest((request) => request.url().endsWith('.json'))
    await page.goto(site.page(`<liner-note item="${site.ids.track}"></liner-note>`))
    const headers = await (await asked).allHeaders()
    expect([headers['referer'], headers['cookie'], headers['origin']]).toEqual([undefined, undefined, site.foreign.foreignUrl])
    await page.close()
  })

  it('plays the proof from its start to its end, and stops', async () => {
    const { page } = await open(site.page(`<liner-note item="${site.ids.timed}"></liner-note>`))
    expect(site.sounds.asked).toEqual([])
    const times: number[] = []
    await page.exposeBinding('heard', (_, time: number) => void times.push(time))
    await page.evaluate(() => {
      const audio = document.querySelector('liner-note')?.shadowRoot?.querySelector('audio')
      audio?.addEventListener('timeupdate', () => (globalThis as unknown as { readonly heard: (time: number) => void }).heard(audio.currentTime))
    })
    const play = page.getByRole('button', { name: 'Play: Hear Ilse Brandt say it 0:03–0:06' })
    await play.click()
    await page.getByRole('button', { name: 'Pause: Hear Ilse Brandt say it' }).waitFor()
    await takePictures(page, 'widget-playing')
    await play.waitFor({ timeout: 15_000 })
    const { paused, time } = await page.evaluate(() => {
      const audio = document.querySelector('liner-note')?.shadowRoot?.querySelector('audio')
      return { paused: audio?.paused, time: audio?.currentTime ?? 0 }
    })
    expect(paused).toBe(true)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(2.9)
    expect(times.some((heard) => heard > 4 && heard < 5.5)).toBe(true)
    expect(time).toBeGreaterThan(6.3)
    expect(time).toBeLessThan(6.7)
    console.log(`the proof at 3 s to 6.4 s was heard from ${Math.min(...times)} s to ${time} s`)
    // It can be heard again, and paused in the middle.
    await play.click()
    await page.getByRole('button', { name: 'Pause: Hear Ilse Brandt say it' }).click()
    await play.waitFor()
    await page.close()
  })

  it('lights a claim up with its evidence, source and licence, with the keyboard alone', async () => {
    const { page } = await open(site.page(`<liner-note item="${site.ids.timed}"></liner-note>`))
    const claims = page.locator('liner-note .claim')
    expect(await claims.count()).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Tab')
    expect(await activeText(page)).toBe(await claims.first().textContent())
    await page.keyboard.press('Enter')
    expect(await claims.first().getAttribute('aria-expanded')).toBe('true')
    const facts = page.locator('liner-note .fact')
    expect(await facts.first().textContent()).toMatch(/Ilse Brandt says in “The keeper of the wind”[^]*licence not stated|CC/)
    await expectAccessible(page)
    await takePictures(page, 'widget-claim')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await claims.first().getAttribute('aria-expanded')).toBe('false')
    expect(await facts.first().textContent()).toContain('On lighthouse keepers')
    await page.keyboard.press('Escape')
    expect(await facts.count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(await activeText(page)).toContain('Hear Ilse Brandt say it')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await facts.count()).toBeGreaterThanOrEqual(2)
    await takePictures(page, 'widget-all-facts')
    await page.close()
  })

  it('reads well to a screen reader: what it is, the text with its claims, the proof, who wrote it', async () => {
    const { page } = await open(site.page(`<liner-note item="${site.ids.timed}"></liner-note>`))
    expect(await page.locator('liner-note').ariaSnapshot()).toBe(
      `- 'article "Liner note: The keeper of the wind"':
  - text: The keeper of the wind Storm Glass · 8 March 2021 · 1:00
  - paragraph:
    - 'button "As Ilse Brandt puts it: “The lighthouse keeper wrote the wind down every hour for thirty-one years, and nobody ever asked him to.”"'
    - 'button "It says of itself: “On lighthouse keepers, and what they noticed.”"'
  - list:
    - listitem:
      - 'button "Play: Hear Ilse Brandt say it 0:03–0:06"'
  - text: Put together by rules from the facts shown.
  - button "What it rests on"`,
    )
    await page.close()
  })

  it('has no player where the words are not timed', async () => {
    const { page } = await open(site.page(`<liner-note item="${site.ids.untimed}"></liner-note>`))
    expect(await page.locator('liner-note .text').textContent()).toContain('“The lighthouse keeper wrote')
    expect(await page.getByRole('button', { name: /^Play/ }).count()).toBe(0)
    await page.close()
  })

  it('keeps its face in a page whose styles touch everything', async () => {
    const notes = `<liner-note item="${site.ids.timed}"></liner-note>`
    const plain = await open(site.page(notes))
    const hostile = await open(site.page(notes, { styles: 'hostile' }))
    expect(await look(hostile.page)).toEqual(await look(plain.page))
    await takePictures(hostile.page, 'widget-hostile-styles')
    await plain.page.close()
    await hostile.page.close()
  })

  it('takes colours, fonts and parts from the page that wants to give them', async () => {
    const page = await site.browser.newPage()
    site.serve('/plain.css', {
      type: 'text/css',
      body: 'liner-note { --liner-note-accent: rgb(1, 2, 3); --liner-note-font: monospace } liner-note::part(title) { color: rgb(4, 5, 6) }',
    })
    await page.goto(site.page(`<liner-note item="${site.ids.timed}"></liner-note>`))
    await page.locator(settled).waitFor()
    const style = (selector: string, property: 'color' | 'fontFamily' | 'borderTopColor') =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element)[name], property)
    expect(await style('liner-note .note', 'borderTopColor')).toBe('rgb(1, 2, 3)')
    // Signs that the font of the page lacks come from the emoji fonts of the system.
    expect(await style('liner-note .text', 'fontFamily')).toBe('monospace, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"')
    expect(await style('liner-note .title', 'color')).toBe('rgb(4, 5, 6)')
    await page.close()
  })

  it('is text without scripts', async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${site.gateway.url}/embed/${site.ids.timed}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('“The lighthouse keeper wrote the wind down every hour')
    expect(text).toContain('Ilse Brandt says in “The keeper of the wind”')
    expect(text).toContain('Hear it from 0:03')
    await takePictures(page, 'widget-without-scripts')
    await page.close()
  })

  it('weighs little', async () => {
    const file = await readFile(path.resolve(import.meta.dirname, '../../../../apps/widget/dist/site/liner-note.js'))
    const zipped = gzipSync(file, { level: 9 }).length
    console.log(`liner-note.js: ${file.length} bytes, ${zipped} gzipped`)
    expect(zipped).toBeLessThan(25_000)
  })
})
