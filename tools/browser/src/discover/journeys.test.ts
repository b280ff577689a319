import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inChromium } from '../harness/index.js'
import { narrativesOf, settled, startDiscover, titlesOf, type Discover } from './__fixtures__/open-discover.js'

/** What can be undone for eight seconds can be for ten minutes: a busy machine takes more than eight from one touch to the next. */
const unhurried = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (act: () => void, milliseconds?: number) => later(act, milliseconds === 8_000 ? 600_000 : milliseconds) })
  })

describe('Discover', { ...inChromium, timeout: 180_000 }, () => {
  let discover: Discover
  beforeAll(async () => {
    discover = await startDiscover()
  }, 240_000)
  afterAll(() => discover[Symbol.asyncDispose]())

  it('opens on a made-up listener, and says in its address on whom', async () => {
    const page = await discover.open('/')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('For Ada')
    expect(new URL(page.url()).searchParams.get('listener')).toBe('ada')
    expect(await page.locator('article').count()).toBe(10)
    await page.close()
  })

  it('finds a listener by name with the keyboard, and goes back as a browser does', async () => {
    const page = await discover.open('/?listener=ada')
    const chooser = page.getByRole('combobox', { name: 'Read as, by name' })
    await chooser.fill('chl')
    await page.getByRole('option', { name: 'Chloe' }).waitFor()
    await chooser.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'For Chloe' }).waitFor()
    await settled(page)
    // Whoever reads with the keyboard stays where they are.
    expect(await chooser.evaluate((element) => element === document.activeElement)).toBe(true)
    const chloe = await titlesOf(page)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'For Ada' }).waitFor()
    await settled(page)
    expect(await titlesOf(page)).not.toEqual(chloe)
    await page.close()
  })

  it('reads no history for nobody', async () => {
    const page = await discover.open('/?listener=chloe')
    await page.getByRole('link', { name: 'Nobody' }).click()
    await page.getByText('No history is read here').waitFor()
    await settled(page)
    expect((await narrativesOf(page)).join(' ')).not.toMatch(/\byou\b/i)
    await page.close()
  })

  it('opens what a claim rests on, with source and licence, and closes it with Escape', async () => {
    const page = await discover.open('/?listener=chloe')
    const article = page.locator('article').first()
    const claims = article.locator('[role=button][aria-expanded]')
    expect(await claims.count()).toBeGreaterThan(1)
    await claims.first().focus()
    await page.keyboard.press('Enter')
    const evidence = article.getByRole('group', { name: 'What the passage rests on' })
    expect(await evidence.innerText()).toMatch(/Your listening|The catalogue/)
    expect(await evidence.innerText()).toMatch(/private: shown to this listener only|CC-BY-SA-4\.0/)
    expect(await claims.first().getAttribute('aria-expanded')).toBe('true')
    await claims.nth(1).click()
    expect(await claims.first().getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Escape')
    expect(await evidence.isHidden()).toBe(true)
    expect(await claims.nth(1).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })

  it('gives every claim of a list something to rest on', async () => {
    const page = await discover.open('/?listener=ben')
    for (const article of await page.locator('article').all()) {
      for (const claim of await article.locator('[role=button][aria-expanded]').all()) {
        await claim.click()
        expect((await article.getByRole('group').innerText()).length).toBeGreaterThan(20)
      }
    }
    await page.close()
  })

  it('hides at once, takes it back, and hides for good once the page is left', async () => {
    const page = await discover.openRaw('/?listener=listener-010', unhurried)
    await settled(page)
    const [first = '', second = ''] = await titlesOf(page)
    const articles = page.locator('article')
    await articles.first().getByRole('button', { name: /^Hide/ }).click()
    await page.getByText('is hidden, and will not come back').waitFor()
    expect(await titlesOf(page)).not.toContain(first)
    // The focus is on what takes it back.
    await page.keyboard.press('Enter')
    await page.waitForFunction((count) => document.querySelectorAll('article').length === count, 10)
    expect(await titlesOf(page)).toContain(first)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Hide/)
    await articles.nth(1).getByRole('button', { name: /^Hide/ }).click()
    await page.reload()
    await settled(page)
    const after = await titlesOf(page)
    expect(after).toContain(first)
    expect(after).not.toContain(second)
    await page.close()
  })

  it('saves at once, takes it back, and tells it once it stands', async () => {
    const page = await discover.openRaw('/?listener=listener-011&kinds=music', unhurried)
    await settled(page)
    const [first = ''] = await titlesOf(page)
    const save = page.locator('article').first().getByRole('button', { name: /^Save/ })
    await save.click()
    expect(await save.getAttribute('aria-pressed')).toBe('true')
    await save.click()
    expect(await save.getAttribute('aria-pressed')).toBe('false')
    const told = page.waitForResponse((response) => response.request().postData()?.includes('TellFeedback') ?? false)
    await save.click()
    // Told at once where the page goes out of sight.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect(await (await told).json()).toMatchObject({ data: { recordFeedback: { imported: 1 } } })
    await page.reload()
    await settled(page)
    expect(await titlesOf(page)).not.toContain(first)
    await page.close()
  })

  it('keeps an answer that was not taken, says so, and tells it when it is tried again', async () => {
    const page = await discover.open('/?listener=listener-012')
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('TellFeedback') ? route.abort() : route.continue()))
    await page.locator('article').first().getByRole('button', { name: /^Save/ }).click()
    const again = page.getByRole('button', { name: 'Not saved: try again' })
    // Eight seconds can be undone; a busy machine takes some more.
    await again.waitFor({ timeout: 40_000 })
    await page.unroute('**/graphql')
    await again.click()
    await page.getByRole('button', { name: /^Saved/ }).waitFor()
    expect(await again.count()).toBe(0)
    await page.close()
  })

  it('goes further from home with the dial, and says what that did', async () => {
    const page = await discover.open('/?listener=chloe')
    const before = await titlesOf(page)
    const dial = page.getByRole('slider', { name: 'How far from home' })
    await dial.focus()
    await page.keyboard.press('End')
    const words = page.getByText(/Distance from home: 0\.\d\d before, 0\.\d\d now\./)
    await words.waitFor()
    await settled(page)
    const [, was, is] = /home: (0\.\d\d) before, (0\.\d\d) now/.exec(await words.innerText()) ?? []
    expect(Number(is)).toBeGreaterThan(Number(was))
    expect(await words.innerText()).toMatch(/artists (is|are) new to Chloe/)
    expect(await titlesOf(page)).not.toEqual(before)
    expect(new URL(page.url()).searchParams.get('dial')).toBe('1')
    expect((await narrativesOf(page)).every((text) => text.length > 10)).toBe(true)
    await page.close()
  })

  it('makes other lists, of music, of podcasts, and by another recipe', async () => {
    const page = await discover.open('/?listener=chloe')
    await page.getByRole('radio', { name: 'Podcasts' }).check()
    await page.waitForFunction(
      () =>
        document.querySelectorAll('article').length === 10 && [...document.querySelectorAll('article')].every((one) => one.textContent?.includes('Episode ·')),
    )
    await page.getByRole('radio', { name: 'Music' }).check()
    await page.getByRole('combobox', { name: 'Which list' }).selectOption('Rediscover')
    await page.getByText('Played often once, and then not for long.').waitFor()
    await settled(page)
    await page.waitForFunction(() => document.querySelector('article')?.textContent?.includes('An old favourite'))
    expect(await page.getByText('Episode ·').count()).toBe(0)
    await page.close()
  })

  it('asks another narrator, and says who told it instead where that one is not here', async () => {
    const page = await discover.open('/?listener=chloe')
    await page.getByRole('combobox', { name: 'Told by' }).selectOption('llama-hosted')
    await page
      .getByText(/Not by the one asked/)
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('narrator')).toBe('llama-hosted')
    await page.close()
  })

  it('shows the receipt in words, what a reason was worth, and the same facts by two narrators', async () => {
    const page = await discover.open('/?listener=chloe&kinds=podcasts')
    const article = page.locator('article').first()
    const why = article.getByRole('button', { name: 'Why it is here' })
    await why.click()
    expect(await why.getAttribute('aria-expanded')).toBe('true')
    await article.getByText('Nobody asked or paid for that').waitFor()
    expect(await article.getByText(/Ranked 1st on \d+ \w+ 20\d\d\./).count()).toBe(1)
    expect(await article.getByText(/Without the plays behind it, this would|Rests on nothing that was played/).count()).toBeGreaterThan(0)
    expect(await article.getByText(/pnpm linernotes receipts verify rct_/).count()).toBe(1)
    await article.getByText('Told by Podcast narrator.').first().waitFor()
    await article.getByText('Told by House narrator.').first().waitFor()
    await article.getByRole('combobox', { name: 'Second narrator' }).selectOption('llama-hosted')
    await article.getByText(/Not by the one asked/).waitFor()
    const download = page.waitForEvent('download')
    await article.getByRole('button', { name: 'Save the receipt' }).click()
    expect((await download).suggestedFilename()).toMatch(/^rct_[\w-]+\.json$/)
    await page.close()
  })

  it('writes a narrative while one watches', async () => {
    const page = await discover.open('/?listener=chloe')
    const article = page.locator('article').first()
    await article.getByRole('button', { name: 'Why it is here' }).click()
    await article.getByRole('button', { name: 'Write it', exact: true }).click()
    await article.getByRole('button', { name: 'Write it again' }).waitFor()
    const written = article.locator('section', { hasText: 'Written anew' })
    expect(await written.innerText()).toMatch(/Told by/)
    await page.close()
  })

  it('shows two listeners side by side, and their sentences differ', async () => {
    const page = await discover.open('/?listener=chloe&kinds=music')
    const beside = page.getByRole('combobox', { name: 'Beside another listener' })
    await beside.fill('Ben')
    await page.getByRole('option', { name: 'Ben' }).click()
    await page.getByRole('heading', { level: 1, name: 'For Chloe and Ben' }).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('article').length === 20)
    await settled(page)
    const said = await narrativesOf(page)
    expect(new Set(said).size).toBe(20)
    await page.getByRole('button', { name: 'Read one list again' }).click()
    await page.waitForFunction(() => document.querySelectorAll('article').length === 10)
    await page.close()
  })
})
