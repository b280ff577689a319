import { createTestClient, type TestClient } from '@linernotes/gateway/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, inChromium, layoutShiftOf, openBrowser, startSite, takePictures, toneWav, type Site, type TestBrowser } from '../harness/index.js'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const words = (page: Page) => page.getByRole('log')
/** It plays: silently, as nothing outside can be reached here. */
const hasBegun = async (page: Page): Promise<void> => {
  await expect.poll(() => title(page).textContent(), { timeout: 30_000 }).not.toMatch(/Choosing|shelves/)
  await expect.poll(() => page.getByText('Playing silently').count(), { timeout: 60_000 }).toBe(1)
}

describe('the DJ page', inChromium, () => {
  let site: Site
  let browser: TestBrowser
  let client: TestClient
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite(), openBrowser()])
    client = createTestClient(site.url)
  }, 240_000)
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await site[Symbol.asyncDispose]()
  })

  /** A page with a session that plays. */
  const started = async (width = 1440): Promise<{ readonly page: Page; readonly sessionId: string }> => {
    const page = await browser.newPage({ viewport: { width, height: 1000 } })
    await page.goto(`${site.url}/dj?listener=chloe`)
    await page.getByRole('button', { name: 'Start the DJ' }).click()
    await page.waitForURL(/session=/)
    await hasBegun(page)
    return { page, sessionId: new URL(page.url()).searchParams.get('session') ?? '' }
  }
  const positionOf = async (id: string): Promise<number> =>
    (await client.execute('query ($id: ID!) { djSession(id: $id) { position } }', { id })).data.djSession.position
  const skipped = (sessionId: string): Promise<unknown> =>
    client.execute('mutation ($input: SteerDjInput!) { steerDjSession(input: $input) { __typename } }', { input: { sessionId, skip: true } })

  it('asks who listens, and what for', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.url}/dj`)
    await page.getByRole('combobox', { name: 'For whom' }).selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Surprise me' }).click()
    expect(await page.getByRole('textbox').inputValue()).toBe('Surprise me')
    await expectAccessible(page)
    expect(await layoutShiftOf(page)).toBeLessThan(0.05)
    await takePictures(page, 'dj-start')
    await page.close()
  })

  it('plays, says why and what that rests on, shows what comes, and goes on when it is told to', async () => {
    const { page, sessionId } = await started()
    await expect.poll(() => words(page).textContent(), { timeout: 10_000 }).toMatch(/\w{3,}.*[.?]$/)
    await page.getByText('What this rests on').click()
    expect(await page.locator('details li').count()).toBeGreaterThan(0)
    await expect
      .poll(() => page.getByRole('region', { name: 'What comes' }).getByRole('listitem').allTextContents())
      .toEqual([expect.stringMatching(/.{10,}/), expect.stringMatching(/.{10,}/), expect.stringMatching(/.{10,}/)])
    await expectAccessible(page)
    await takePictures(page, 'dj-session')
    const [before, next] = [await title(page).textContent(), await page.getByRole('region', { name: 'What comes' }).getByRole('listitem').first().textContent()]
    await page.getByRole('button', { name: 'Skip' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => title(page).textContent()).not.toBe(before)
    expect(next).toContain(await title(page).textContent())
    await expect.poll(() => positionOf(sessionId)).toBe(1)
    expect(await layoutShiftOf(page)).toBeLessThan(0.05)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /playlist/ }).click()
    expect((await download).suggestedFilename()).toBe(`${sessionId}.jspf`)
    await page.close()
  })

  it('is asked in words, and says back what it made of them', async () => {
    const { page, sessionId } = await started(390)
    await page.getByRole('textbox').fill('nothing electronic, and talk less')
    await page.getByRole('button', { name: 'Ask' }).click()
    const answer = page.getByRole('region', { name: 'Tell the DJ' }).getByRole('status')
    await expect.poll(() => answer.textContent(), { timeout: 20_000 }).not.toMatch(/Thinking|said back here/)
    const { data } = await client.execute('query ($id: ID!) { djSession(id: $id) { request understood refused } }', { id: sessionId })
    expect(data.djSession.request).toBe('nothing electronic, and talk less')
    for (const line of [...data.djSession.understood, ...data.djSession.refused]) expect(await answer.textContent()).toContain(line)
    await page.getByRole('checkbox', { name: 'Talk between records' }).uncheck()
    await expect
      .poll(async () => (await client.execute('query ($id: ID!) { djSession(id: $id) { talkEvery } }', { id: sessionId })).data.djSession.talkEvery)
      .toBe(0)
    await expectAccessible(page)
    expect(await layoutShiftOf(page)).toBeLessThan(0.05)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await takePictures(page, 'dj-steered')
    await page.close()
  })

  it('really plays what can be reached, tells that it was heard, and goes on with the next', async () => {
    const page = await browser.newPage()
    await page.route(
      ({ hostname }) => hostname !== new URL(site.url).hostname,
      (route) => route.fulfill({ contentType: 'audio/wav', body: toneWav(2) }),
    )
    await page.goto(`${site.url}/dj?listener=chloe`)
    await page.getByRole('button', { name: 'Start the DJ' }).click()
    await page.waitForURL(/session=/)
    const sessionId = new URL(page.url()).searchParams.get('session') ?? ''
    await expect.poll(() => positionOf(sessionId), { timeout: 90_000 }).toBeGreaterThanOrEqual(2)
    expect(await page.getByText('Playing silently').count()).toBe(0)
    const { data } = await client.execute('query ($id: ID!) { djSession(id: $id) { segments(first: 1) { nodes { recommendationId } } } }', { id: sessionId })
    expect(data.djSession.segments.nodes).toHaveLength(1)
    await page.close()
  })

  it('pauses for everybody who follows, goes on, and is still there after a reload', async () => {
    const { page, sessionId } = await started()
    const other = await browser.newPage()
    await other.goto(page.url())
    await expect.poll(() => title(other).textContent()).toBe(await title(page).textContent())
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect
      .poll(async () => (await client.execute('query ($id: ID!) { djSession(id: $id) { state } }', { id: sessionId })).data.djSession.state)
      .toBe('PAUSED')
    await other.getByRole('button', { name: 'Play' }).waitFor()
    await other.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    const before = await title(page).textContent()
    await page.reload()
    await expect.poll(() => title(page).textContent()).toBe(before)
    await Promise.all([page.close(), other.close()])
  })

  it('a cut network is said, the music goes on, and what happened meanwhile is there afterwards', async () => {
    const { page, sessionId } = await started()
    const before = await title(page).textContent()
    await page.context().setOffline(true)
    await page.getByText('The music goes on as far as it was planned').waitFor()
    const elapsed = await page.getByRole('progressbar').getAttribute('value')
    await takePictures(page, 'dj-offline')
    await skipped(sessionId)
    await expect.poll(async () => Number(await page.getByRole('progressbar').getAttribute('value'))).toBeGreaterThan(Number(elapsed))
    expect(await title(page).textContent()).toBe(before)
    await page.context().setOffline(false)
    await expect.poll(() => title(page).textContent(), { timeout: 15_000 }).not.toBe(before)
    expect(await page.getByText('The music goes on').count()).toBe(0)
    expect(await positionOf(sessionId)).toBe(1)
    await page.close()
  })

  it('a server that is killed and started again is waited for; the session goes on where it was', async () => {
    const { page, sessionId } = await started()
    const [before, said] = [await title(page).textContent(), await words(page).textContent()]
    await site.stop('SIGKILL')
    await page.getByText('The connection was cut').waitFor()
    await site.start()
    await expect.poll(() => page.getByText('The connection was cut').count(), { timeout: 30_000 }).toBe(0)
    expect([await title(page).textContent(), await words(page).textContent()]).toEqual([before, said])
    await page.getByRole('button', { name: 'Skip' }).click()
    await expect.poll(() => positionOf(sessionId), { timeout: 15_000 }).toBe(1)
    await expect.poll(() => title(page).textContent()).not.toBe(before)
    await page.close()
  }, 120_000)

  it('plays episodes, too, and says when a session has ended', async () => {
    const { data } = await client.execute('mutation { startDjSession(input: { listenerId: "chloe", kinds: [EPISODE] }) { ... on DjSession { id } } }')
    const { id } = data.startDjSession
    const episode = async () =>
      (
        await client.execute('query ($id: ID!) { djSession(id: $id) { segments(first: 1) { nodes { item { ... on Episode { title show { title } } } } } } }', {
          id,
        })
      ).data.djSession.segments.nodes[0]?.item
    await expect.poll(episode, { timeout: 30_000 }).toMatchObject({ title: expect.stringMatching(/./) })
    const { title: name, show } = await episode()
    const page = await browser.newPage({ viewport: { width: 820, height: 1000 } })
    await page.goto(`${site.url}/dj?session=${id}`)
    await expect.poll(() => title(page).textContent(), { timeout: 20_000 }).toBe(name)
    await page.getByText(show.title, { exact: true }).first().waitFor()
    await takePictures(page, 'dj-episode')
    await page.getByRole('textbox').fill('end the session')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('heading', { name: 'That was the session.' }).waitFor()
    await expectAccessible(page)
    await takePictures(page, 'dj-over')
    await page.close()
  })

  it('says so where there is no such session', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.url}/dj?session=djs_aaaaaaaaaaaaaaaaaaaa`)
    await page.getByRole('heading', { name: 'This session is not here.' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Start another session' }).click()
    await page.getByRole('button', { name: 'Start the DJ' }).waitFor()
    expect(new URL(page.url()).searchParams.has('session')).toBe(false)
    await page.close()
  })
})
