import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settled, startDiscover, titlesOf, type Discover } from '../discover/__fixtures__/open-discover.js'
import { inChromium, readAloud } from '../harness/index.js'

const headingsOf = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.startsWith('heading'))
const levelsOf = (lines: readonly string[]): readonly number[] => headingsOf(lines).map((line) => Number(/^heading (\d)/.exec(line)?.[1]))
const namesOf = (lines: readonly string[], role: string): readonly string[] =>
  lines.flatMap((line) => (line.startsWith(`${role}: `) ? line.slice(role.length + 2).replace(/ \(\w+\)$/, '') : []))

describe('a screen reader', { ...inChromium, timeout: 180_000 }, () => {
  let discover: Discover
  beforeAll(async () => {
    discover = await startDiscover()
  }, 240_000)
  afterAll(() => discover[Symbol.asyncDispose]())

  it('reads Discover from whose list it is, over what it is made of, to the pieces', async () => {
    const page = await discover.open('/?listener=chloe')
    const titles = await titlesOf(page)
    const lines = await readAloud(page)
    expect(headingsOf(lines)).toEqual(['heading 1: For Chloe', 'heading 2: What to hear next', ...titles.map((title) => `heading 3: ${title}`)])
    const order = [
      'link: Skip to the page',
      'navigation: Pages',
      'heading 1: For Chloe',
      'list: Read as',
      'region: What the list is made of',
      'slider: How far from home',
    ]
    const places = [...order, 'region: What to hear next'].map((line) => lines.indexOf(line))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('3 of 10, from what I know to surprise me')
    await page.close()
  })

  it('can tell the buttons of one piece from those of another, by name alone', async () => {
    const page = await discover.open('/?listener=chloe')
    const lines = await readAloud(page)
    const names = [...namesOf(lines, 'button'), ...namesOf(lines, 'link')]
    expect(names.filter((name) => /^(?:Save|Hide|Listen|Why it is here|Close|Undo)$/.test(name))).toEqual([])
    const acts = names.filter((name) => /^(?:Save|Hide|Why it is here:) /.test(name))
    expect(acts).toHaveLength(30)
    expect(new Set(acts).size).toBe(30)
    await page.close()
  })

  it('hears what a claim rests on when it is opened by key, and is back at the claim when it closes', async () => {
    const page = await discover.open('/?listener=chloe')
    const claim = page.locator('article').first().locator('[role=button][aria-expanded]').first()
    await claim.focus()
    await page.keyboard.press('Enter')
    const lines = await readAloud(page)
    const at = lines.findIndex((line) => line.endsWith('(open) (focused)'))
    expect(lines[at]).toBe(`button: ${await claim.textContent()} (open) (focused)`)
    const group = lines.indexOf('group: What the passage rests on')
    expect(group).toBeGreaterThan(at)
    expect(lines.slice(group, group + 6).join(' ')).toMatch(/text: (?:Your listening|The catalogue|Listeners here) text: .{10,}/)
    expect(await page.getByRole('group', { name: 'What the passage rests on' }).getAttribute('aria-live')).toBe('polite')
    await page.getByRole('button', { name: 'Close what the passage rests on' }).focus()
    await page.keyboard.press('Enter')
    expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })

  it('is told of two lists beside each other, and what they share', async () => {
    const page = await discover.open('/?listener=chloe&beside=ben&kinds=music')
    await page.waitForFunction(() => document.querySelectorAll('article').length === 20)
    await settled(page)
    const lines = await readAloud(page)
    expect(headingsOf(lines).filter((line) => !line.startsWith('heading 3'))).toEqual([
      'heading 1: For Chloe and Ben',
      'heading 2: For Chloe',
      'heading 2: For Ben',
    ])
    expect(lines).toContain('text: No piece is on both lists.')
    await page.close()
  })

  it('reads the receipt and the comparison under the piece that they are of', async () => {
    const page = await discover.open('/?listener=chloe&kinds=podcasts')
    const article = page.locator('article').first()
    await article.getByRole('button', { name: 'Why it is here' }).click()
    await article.getByText('Told by House narrator.').first().waitFor()
    const lines = await readAloud(page)
    const levels = levelsOf(lines)
    // No level is skipped on the way down.
    expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true)
    expect(headingsOf(lines).slice(3, 7)).toEqual([
      'heading 4: What it was worth',
      'heading 4: The receipt',
      'heading 4: The same facts, two narrators',
      'heading 4: Written anew, as you watch',
    ])
    expect(lines.some((line) => line.startsWith('table: What the score of '))).toBe(true)
    await page.close()
  })

  it('finds the search by its name, and hits as buttons that say what they are of', async () => {
    const page = await discover.openRaw('/search?q=linux')
    await page.getByRole('heading', { name: 'Episodes' }).waitFor()
    const lines = await readAloud(page)
    expect(headingsOf(lines)[0]).toBe('heading 1: Search')
    expect(lines).toContain('searchbox: Search')
    expect(lines.some((line) => /^text: (?:The first 40|\d+ found)\. Arrow keys go through them\.$/.test(line))).toBe(true)
    expect(namesOf(lines, 'button').some((name) => /LINUX Unplugged · \d+ \w+ \d{4} · /.test(name))).toBe(true)
    await page.close()
  })

  it('hears the DJ once: as text, or as a voice', async () => {
    const page = await discover.openRaw('/dj?listener=chloe')
    const before = await readAloud(page)
    expect(before).toEqual(expect.arrayContaining(['heading 1: A DJ who knows your shelves', 'slider: How far from what you know', 'button: Start the DJ']))
    await page.getByRole('button', { name: 'Start the DJ' }).click()
    await page.waitForURL(/session=/)
    // The button is gone; the focus is on the page, and not nowhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    const log = page.getByRole('log')
    await expect.poll(() => log.textContent(), { timeout: 60_000 }).toMatch(/\w{3,}.*[.?]$/)
    const lines = await readAloud(page)
    const words = (await log.textContent()) ?? ''
    const said = lines.slice(lines.indexOf('log: ') + 1).filter((line) => line.startsWith('text: '))
    expect(said[0]).toBe(`text: ${words}`.slice(0, said[0]?.length))
    // What is marked for the eye while it is spoken is not read a second time.
    expect(said.filter((line) => line === said[0])).toHaveLength(1)
    const voice = page.getByRole('checkbox', { name: 'Speak the talk' })
    const isSpoken = (await voice.count()) > 0
    expect(await log.getAttribute('aria-live')).toBe(isSpoken ? 'off' : 'polite')
    if (isSpoken) await voice.uncheck()
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await page.getByRole('progressbar').getAttribute('aria-valuetext')).toMatch(/^\d+:\d\d of \d+:\d\d$/)
    await page.close()
  })
})
