import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, inChromium, takePictures } from '../harness/index.js'
import { settled, startDiscover, type Discover } from './__fixtures__/open-discover.js'

describe('the search', { ...inChromium, timeout: 180_000 }, () => {
  let discover: Discover
  beforeAll(async () => {
    discover = await startDiscover()
  }, 240_000)
  afterAll(() => discover[Symbol.asyncDispose]())

  it('finds shows and episodes, and goes through them with arrow keys', async () => {
    const page = await discover.openRaw('/search?listener=chloe')
    const input = page.getByRole('searchbox', { name: 'Search' })
    await input.fill('linux')
    await page.getByRole('heading', { name: 'Episodes' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Shows' }).count()).toBe(1)
    await input.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(await focused()).toContain('LINUX Unplugged')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain('Linux')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true)
    await expectAccessible(page)
    await takePictures(page, 'search')
    await page.close()
  })

  it('opens a hit: a pitch is written, and a list leads on from it', async () => {
    const page = await discover.openRaw('/search?q=And%2FOr&listener=chloe')
    await page
      .getByRole('button', { name: /And\/Or/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'Lead on from here' }).click()
    await page.getByRole('heading', { level: 1, name: 'For Chloe' }).waitFor()
    await settled(page)
    expect(new URL(page.url()).searchParams.get('list')).toBe('from-this')
    await page.goBack()
    await page.getByRole('searchbox').fill('Linux Look-Back')
    await page.getByRole('button', { name: /Linux Look-Back/ }).click()
    await page.getByRole('button', { name: 'Write it' }).click()
    await page.getByText(/Told by/).waitFor()
    await takePictures(page, 'search-hit')
    await page.close()
  })

  it('says so where nothing is called that, whatever that is', async () => {
    const page = await discover.openRaw(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    await page.getByText('Nothing here is called “<img src=x onerror=alert(1)>”').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await expectAccessible(page)
    await takePictures(page, 'search-nothing')
    await page.close()
  })

  it('says so where nobody answers, and finds it when asked again', async () => {
    const page = await discover.openRaw('/search?q=linux', (opened) => opened.route('**/graphql', (route) => route.abort()))
    await page.getByText('The search did not get through.').waitFor()
    await expectAccessible(page)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Episodes' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })
})
