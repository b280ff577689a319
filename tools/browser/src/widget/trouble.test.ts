import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, expectAccessible, inChromium, noDangers, takePictures, toneWav } from '../harness/index.js'
import { startForeignSite, type ForeignSite } from './__fixtures__/start-foreign-site.js'

const json = (body: object) => ({ type: 'application/json', body: JSON.stringify(body), headers: { 'access-control-allow-origin': '*' } })

describe('the widget in trouble', inChromium, () => {
  let site: ForeignSite
  beforeAll(async () => {
    site = await startForeignSite()
  }, 120_000)
  afterAll(() => site[Symbol.asyncDispose]())
  const open = async (notes: string, options = {}) => {
    const page = await site.browser.newPage({ viewport: { width: 820, height: 700 } })
    const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
    await page.goto(site.page(notes, options))
    return { page, dangers }
  }

  it('says that there is no such item, and shows what the page put there instead', async () => {
    const { page } = await open(
      '<liner-note item="epi_aaaaaaaaaaaaaaaaaaaa"></liner-note><liner-note item="epi_aaaaaaaaaaaaaaaaaaab"><p>Words of the page itself.</p></liner-note>',
    )
    await page.getByText('There is no liner note for this item.').first().waitFor()
    expect(await page.getByText('Words of the page itself.').isVisible()).toBe(true)
    await expectAccessible(page)
    await takePictures(page, 'widget-missing')
    await page.close()
  })

  it('says that the server is away, and tries again when it is asked to', async () => {
    const { page } = await open(`<liner-note item="${site.ids.timed}" server="${site.foreign.url}"></liner-note>`, { another: site.foreign.url })
    // Without CORS, and then with it: the server is there and ill.
    await page.getByText('The liner note cannot be reached from here.').first().waitFor()
    site.serve(`/embed/${site.ids.timed}.json`, { ...json({}), status: 503 })
    await page.reload()
    await page.getByText('The liner note cannot be reached from here.').first().waitFor()
    await expectAccessible(page)
    await takePictures(page, 'widget-away')
    const answer = (await (await fetch(`${site.gateway.url}/embed/${site.ids.timed}.json`)).json()) as object
    site.serve(`/embed/${site.ids.timed}.json`, json(answer))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('liner-note .text').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.close()
  })

  it('waits in peace while the server is slow, with the words of the page', async () => {
    site.serve('/embed/slow.json', json({ kind: 'track', title: 'Slow', by: 'Tide' }))
    const notes = `<liner-note item="slow" server="${site.foreign.url}"><p>Words until then.</p></liner-note><liner-note item="slow" server="${site.foreign.url}"></liner-note>`
    const page = await site.browser.newPage({ viewport: { width: 820, height: 700 } })
    const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
    const answer = Promise.withResolvers<void>()
    await page.route('**/embed/slow.json', async (route) => {
      await answer.promise
      await route.continue()
    })
    await page.goto(site.page(notes, { another: site.foreign.url }))
    await page.getByText('Words until then.').waitFor()
    await page.locator('liner-note article[aria-busy="true"]').first().waitFor()
    await expectAccessible(page)
    await takePictures(page, 'widget-waiting')
    answer.resolve()
    await page.getByText('There is nothing to say about this one yet').first().waitFor()
    await takePictures(page, 'widget-nothing-to-say')
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })

  it.each([
    ['no JSON', { type: 'text/html', body: '<h1>Welcome to the hotel</h1>', headers: { 'access-control-allow-origin': '*' } }, 'cannot be reached'],
    ['something else', json([1, 2, 3]), 'was refused'],
    [
      'a note of hostile types',
      json({ kind: 'track', title: 'x', narrative: { text: 'y', claims: [{ start: -4, end: 1e9, evidence: 'all' }, null], evidence: 7 } }),
      'Written by a machine',
    ],
  ])('stays whole when it is answered with %s', async (_, answer, says) => {
    site.serve('/embed/odd.json', answer)
    const { page, dangers } = await open(`<liner-note item="odd" server="${site.foreign.url}"></liner-note>`, { another: site.foreign.url })
    await page.getByText(says).first().waitFor()
    expect(await dangers.read()).toEqual(noDangers)
    await page.close()
  })

  it('says that a sound cannot be played, where the policy of the page forbids it, and links to it', async () => {
    const { page } = await open(`<liner-note item="${site.ids.timed}"></liner-note>`, { sounds: null })
    await page.getByRole('button', { name: /^Play/ }).click()
    await page.getByText('It cannot be played from here.').waitFor()
    expect(await page.getByRole('link', { name: 'Open the sound at 0:03' }).getAttribute('href')).toBe(`${site.sounds.url}/storm-glass.wav#t=3,6.4`)
    await expectAccessible(page)
    await takePictures(page, 'widget-silent')
    await page.close()
  })

  it('does not play another passage where the server of the sound knows no ranges', async () => {
    // A status keeps the server from answering with a part.
    site.serve('/whole.wav', { type: 'audio/wav', body: toneWav(600), status: 200, headers: { 'accept-ranges': 'none' } })
    const passage = {
      statement: 's',
      quote: 'q',
      startMs: 590_000,
      endMs: 592_000,
      listenUrl: `${site.foreign.url}/whole.wav#t=590,592`,
      source: { name: 'n', licence: 'CC0-1.0' },
    }
    site.serve(
      '/embed/unseekable.json',
      json({ kind: 'episode', title: 'x', narrative: { text: '“q”', claims: [{ start: 0, end: 3, evidence: [0] }], evidence: [passage] } }),
    )
    const { page } = await open(`<liner-note item="unseekable" server="${site.foreign.url}"></liner-note>`, {
      another: site.foreign.url,
      sounds: site.foreign.url,
    })
    const times: number[] = []
    await page.exposeBinding('heard', (_, time: number) => void times.push(time))
    await page.locator('liner-note .text').waitFor()
    await page.evaluate(() => {
      const audio = document.querySelector('liner-note')?.shadowRoot?.querySelector('audio')
      audio?.addEventListener('timeupdate', () => (globalThis as unknown as { readonly heard: (time: number) => void }).heard(audio.currentTime))
    })
    await page.getByRole('button', { name: /^Play/ }).click()
    // Chromium keeps the whole file where it is small enough, and then finds the passage; else the note says that it cannot.
    const failed = page.getByText('It cannot be played from here.')
    await expect.poll(async () => (await failed.isVisible()) || times.some((time) => time > 590.5), { timeout: 15_000 }).toBe(true)
    expect(times.filter((time) => time > 0.5 && time < 589.5)).toEqual([])
    await page.close()
  })

  it('gives no listener away: a foreign page asks for nobody, and cannot ask otherwise', async () => {
    const { page } = await open(`<liner-note item="${site.ids.timed}" listener="ada"></liner-note>`)
    await page.locator('liner-note .text').waitFor()
    const direct = await page.evaluate(async (address) => (await fetch(address)).status, `${site.gateway.url}/embed/${site.ids.timed}.json?listener=ada`)
    expect(direct).toBe(403)
    await page.close()
  })

  it('speaks to a listener on a page of the server itself, which sees that it may', async () => {
    const page = await site.browser.newPage()
    await page.goto(`${site.gateway.url}/embed/${site.ids.track}`)
    await page.locator('liner-note .text').waitFor()
    expect(await page.locator('liner-note .text').textContent()).not.toMatch(/\byou(r)?\b/i)
    await page.evaluate(() => document.querySelector('liner-note')?.setAttribute('listener', 'ada'))
    // Whatever the words are: of a listener who is known.
    await page
      .locator('liner-note .text')
      .filter({ hasText: /\byour?\b/i })
      .waitFor()
    await page.close()
  })
})
