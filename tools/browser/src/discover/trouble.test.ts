import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, inChromium, layoutShiftOf, takePictures } from '../harness/index.js'
import { operationOf, settled, startDiscover, titlesOf, type Discover } from './__fixtures__/open-discover.js'

/** Some operations are not answered before they are released: however slow the machine is, what comes meanwhile can be seen. */
function held(operations: readonly string[]) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const before = async (page: Page): Promise<void> => {
    await page.route('**/graphql', async (route) => {
      if (operations.includes(operationOf(route.request().postData()))) await promise
      await route.continue().catch(() => undefined)
    })
  }
  return { before, release: resolve }
}

/** An operation is answered with something else. */
const answered = (operation: string, status: number, body: object) => (page: Page) =>
  page.route('**/graphql', (route) =>
    operationOf(route.request().postData()) === operation
      ? route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) })
      : route.continue(),
  )

describe('Discover in trouble', { ...inChromium, timeout: 180_000 }, () => {
  let discover: Discover
  beforeAll(async () => {
    discover = await startDiscover()
  }, 240_000)
  afterAll(() => discover[Symbol.asyncDispose]())

  it.each([390, 1440])('shows the list while a slow narrator writes, and nothing moves when it has written, at %i pixels', async (width) => {
    const first = held(['Narratives'])
    const page = await discover.openRaw('/?listener=chloe', first.before, { viewport: { width, height: 900 } })
    await page.getByText('Being written …').first().waitFor()
    expect(await titlesOf(page)).toHaveLength(10)
    await expectAccessible(page)
    if (width === 390) await takePictures(page, 'discover-writing')
    await page.setViewportSize({ width, height: 900 })
    first.release()
    await settled(page)
    await page.close()
    const second = held(['Narratives'])
    const calm = await discover.openRaw('/?listener=chloe', second.before, { viewport: { width, height: 900 } })
    await calm.getByText('Being written …').first().waitFor()
    second.release()
    await settled(calm)
    const shift = await layoutShiftOf(calm)
    console.log(`layout shift of late narratives at ${width}: ${shift.toFixed(4)}`)
    expect(shift).toBeLessThan(0.05)
    await calm.close()
  })

  it('holds the room of a list that is slow itself', async () => {
    const first = held(['List', 'Narratives', 'Portrait', 'Listeners', 'Providers'])
    const page = await discover.openRaw('/?listener=chloe', first.before)
    await page.getByText('The list is being made.').waitFor({ state: 'attached' })
    await expectAccessible(page)
    await takePictures(page, 'discover-loading')
    await page.setViewportSize({ width: 1440, height: 900 })
    first.release()
    await settled(page)
    await page.close()
    const second = held(['List', 'Narratives', 'Portrait', 'Listeners'])
    const calm = await discover.openRaw('/?listener=chloe', second.before)
    await calm.getByText('The list is being made.').waitFor({ state: 'attached' })
    second.release()
    await settled(calm)
    expect(await layoutShiftOf(calm)).toBeLessThan(0.05)
    await calm.close()
  })

  it('says that the server broke, and goes on when asked again', async () => {
    const masked = { data: null, errors: [{ message: 'Something went wrong here. It has been logged.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
    const page = await discover.openRaw('/?listener=chloe', answered('List', 500, masked))
    await page.getByRole('alert').getByText('The list did not come.').waitFor()
    await expectAccessible(page)
    await takePictures(page, 'discover-server-error')
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await settled(page)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })

  it('shows the list without narratives where only these fail', async () => {
    const page = await discover.openRaw('/?listener=chloe', answered('Narratives', 500, { errors: [{ message: 'No.' }] }))
    await page.getByRole('alert').getByText('The narratives did not come.').waitFor()
    expect(await titlesOf(page)).toHaveLength(10)
    expect(await page.getByText('No narrative came.').count()).toBe(10)
    await page.close()
  })

  it('waits for a server that hangs no longer than its deadline, and keeps the list', async () => {
    const page = await discover.openRaw('/?listener=chloe', async (opened) => {
      // The deadline of the page comes when the test says so: nobody waits 45 seconds for a test, and a shorter one would be missed by the list, too.
      await opened.addInitScript(() => {
        const deadlines: AbortController[] = []
        AbortSignal.timeout = () => {
          const deadline = new AbortController()
          deadlines.push(deadline)
          return deadline.signal
        }
        Object.assign(globalThis, {
          letDeadlinesPass: () => {
            for (const deadline of deadlines) deadline.abort(new DOMException('Too late.', 'TimeoutError'))
          },
        })
      })
      await opened.route('**/graphql', (route) => (operationOf(route.request().postData()) === 'Narratives' ? undefined : route.continue()))
    })
    await page.getByText('Being written …').first().waitFor()
    await page.evaluate(() => (globalThis as unknown as { readonly letDeadlinesPass: () => void }).letDeadlinesPass())
    await page.getByRole('alert').getByText('The server took too long.').waitFor()
    expect(await titlesOf(page)).toHaveLength(10)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page
      .getByText(/Told by/)
      .first()
      .waitFor()
    await page.close()
  })

  it('keeps the sentences that stand where a stream breaks', async () => {
    const page = await discover.open('/?listener=chloe')
    await page.route('**/graphql/stream', (route) => route.abort())
    const article = page.locator('article').first()
    await article.getByRole('button', { name: 'Why it is here' }).click()
    await article.getByRole('button', { name: 'Write it', exact: true }).click()
    await article.getByText('The connection broke.').waitFor()
    await page.unroute('**/graphql/stream')
    await article.getByRole('button', { name: 'Write it again' }).click()
    await article.getByText('The connection broke.').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.querySelector('article button[aria-disabled="true"]') === null)
    expect(await article.locator('section', { hasText: 'Written anew' }).innerText()).toMatch(/Told by/)
    await page.close()
  })

  it('says that the network is gone, keeps what it has, and goes on by itself when it is back', async () => {
    const page = await discover.open('/?listener=chloe')
    const before = await titlesOf(page)
    const place = (): Promise<unknown> => page.locator('article').first().boundingBox()
    const wasAt = await place()
    await page.context().setOffline(true)
    await page.getByText('You are offline. What is on this page stays').waitFor()
    expect(await titlesOf(page)).toEqual(before)
    // It once pushed the page down while one read.
    expect(await place()).toEqual(wasAt)
    await page.getByRole('radio', { name: 'Music' }).check()
    await page.getByRole('alert').getByText('It is tried again as soon as the network is back').waitFor()
    await expectAccessible(page)
    await takePictures(page, 'discover-offline')
    await page.context().setOffline(false)
    await settled(page)
    await page.waitForFunction(() => document.querySelector('[role=alert]') === null)
    expect(await page.getByText('Episode ·').count()).toBe(0)
    await page.close()
  })

  it('says so where the network is cut in the middle of a list, and has it when asked again', async () => {
    const page = await discover.openRaw('/?listener=chloe', (opened) =>
      opened.route('**/graphql', async (route) => {
        if (operationOf(route.request().postData()) !== 'List') return await route.continue()
        const response = await route.fetch()
        const body = await response.text()
        return await route.fulfill({ response, body: body.slice(0, body.length / 2) })
      }),
    )
    await page.getByRole('alert').getByText('The list did not come.').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await settled(page)
    expect(await titlesOf(page)).toHaveLength(10)
    await page.close()
  })

  it('comes over a slow network, and nothing moves meanwhile', async () => {
    const page = await discover.openRaw('/?listener=chloe', async (opened) => {
      const session = await opened.context().newCDPSession(opened)
      await session.send('Network.enable')
      // What Chromium's own tools call slow 3G.
      await session.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 })
    })
    await settled(page)
    expect(await titlesOf(page)).toHaveLength(10)
    expect(await layoutShiftOf(page)).toBeLessThan(0.05)
    await page.close()
  })

  it('reads no history where the listener of the address is gone', async () => {
    const page = await discover.open('/?listener=gone-by-now')
    await page.getByText('Nobody here is known by that id, so no history is read.').waitFor()
    expect(await titlesOf(page)).toHaveLength(10)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })

  it('needs no storage of the browser: where it is full or forbidden, nothing is missing', async () => {
    const page = await discover.openRaw('/?listener=chloe', (opened) =>
      opened.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
            },
          })
      }),
    )
    await settled(page)
    expect(await titlesOf(page)).toHaveLength(10)
    await page.close()
  })

  it('survives a restart of the server under an open page', async () => {
    const page = await discover.open('/?listener=chloe')
    await discover.site.stop('SIGKILL')
    await page.getByRole('radio', { name: 'Podcasts' }).check()
    await page.getByRole('alert').getByText('The server does not answer.').waitFor()
    await discover.site.start()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.waitForFunction(() => document.querySelector('[role=alert]') === null)
    await settled(page)
    expect(await titlesOf(page)).toHaveLength(10)
    await page.close()
  })

  it('says so where a list is empty', async () => {
    const page = await discover.openRaw('/?listener=chloe', answered('List', 200, { data: { recommendations: { profiled: true, nodes: [] } } }))
    await page.getByText('Nothing is on this list yet.').waitFor()
    expect(await titlesOf(page)).toEqual([])
    await expectAccessible(page)
    await takePictures(page, 'discover-empty')
    await page.close()
  })

  it('says where nothing true can be said, and shows no page of its own for an address that is none', async () => {
    const page = await discover.openRaw('/?listener=chloe', async (opened) => {
      await opened.route('**/graphql', async (route) => {
        if (operationOf(route.request().postData()) !== 'Narratives') return await route.continue()
        const response = await route.fetch()
        const body = (await response.json()) as { data: { recommendations: { nodes: { narrative: object }[] } } }
        for (const node of body.data.recommendations.nodes) node.narrative = { __typename: 'NarrativeDeclined', message: 'No.', missing: [] }
        return await route.fulfill({ response, json: body })
      })
    })
    await page.getByText('Nothing to say that is true and worth saying.').first().waitFor()
    const missing = await page.goto(`${discover.site.url}/nowhere`)
    expect(missing?.status()).toBe(404)
    await page.close()
  })
})
