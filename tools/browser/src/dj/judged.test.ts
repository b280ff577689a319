import { createTestClient, type TestClient } from '@linernotes/gateway/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inChromium, openBrowser, startSite, toneWav, type Site, type TestBrowser } from '../harness/index.js'
import { followSession, startSession } from './follow-session.js'

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const fields = `position state export segments(first: 50) { nodes { position talkKind isSettled talk { ... on Narrative { text } } speech { url durationMs captionsUrl }
  item { ... on Track { title } ... on Episode { title } } } }`

const begin = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Start the DJ' }).click()
  await page.waitForURL(/session=/)
  await expect.poll(() => title(page).textContent(), { timeout: 30_000 }).not.toMatch(/Choosing|shelves/)
  return new URL(page.url()).searchParams.get('session') ?? ''
}

describe('a DJ session as a judge would treat it', inChromium, () => {
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

  const sessionOf = async (id: string) => (await client.execute(`query ($id: ID!) { djSession(id: $id) { ${fields} } }`, { id })).data.djSession
  const isSettled = async (id: string, position: number): Promise<boolean> => (await sessionOf(id)).segments.nodes[position]?.isSettled === true
  const steer = (sessionId: string, input: object): Promise<unknown> =>
    client.execute('mutation ($input: SteerDjInput!) { steerDjSession(input: $input) { __typename } }', { input: { sessionId, ...input } })
  /** A page whose sounds all can be reached, and last so long. */
  const openPage = async (address: string, seconds: number): Promise<Page> => {
    const page = await browser.newPage()
    await page.route(
      ({ hostname }) => hostname !== new URL(site.url).hostname,
      (route) => route.fulfill({ contentType: 'audio/wav', body: toneWav(seconds) }),
    )
    await page.goto(site.url + address)
    return page
  }

  it('a server that is stopped in order and started again under an open page is waited for; the session goes on, and nothing is told twice', async () => {
    const page = await openPage('/dj?listener=chloe', 60)
    const id = await begin(page)
    await expect.poll(async () => (await sessionOf(id)).segments.nodes.length, { timeout: 30_000 }).toBe(4)
    const before = await title(page).textContent()
    await site.stop('SIGTERM')
    await page.getByText('The connection was cut').waitFor()
    // Whoever speaks to nobody says so, and what was asked is not lost in silence.
    await page.getByRole('textbox').fill('nothing electronic')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('That did not reach the DJ.').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('nothing electronic')
    await site.start()
    await expect.poll(() => page.getByText('The connection was cut').count(), { timeout: 30_000 }).toBe(0)
    expect(await title(page).textContent()).toBe(before)
    await page.getByRole('button', { name: 'Skip' }).click()
    await expect.poll(async () => (await sessionOf(id)).position, { timeout: 20_000 }).toBe(1)
    await expect.poll(() => title(page).textContent()).not.toBe(before)
    const titles = (await page.getByRole('region', { name: 'What comes' }).getByRole('listitem').allTextContents()).filter((line) => line !== '')
    expect(new Set(titles).size).toBe(titles.length)
    await page.close()
  }, 120_000)

  it('two tabs of one listener play one session: each item is heard once, and none is passed over', async () => {
    const page = await openPage('/dj?listener=ben', 3)
    const id = await begin(page)
    const positions: number[] = []
    const leaving = new AbortController()
    const following = (async () => {
      for await (const { kind } of followSession(client, id, null, leaving.signal)) if (kind === 'DjSession') positions.push((await sessionOf(id)).position)
    })().catch((error: unknown) => (leaving.signal.aborted ? undefined : Promise.reject(error)))
    const other = await openPage(`/dj?session=${id}`, 3)
    await expect.poll(() => positions.at(-1) ?? 0, { timeout: 120_000 }).toBeGreaterThanOrEqual(3)
    leaving.abort()
    await following
    const steps = positions.filter((position, index) => position !== positions[index - 1])
    expect(steps).toEqual(steps.map((_, index) => (steps[0] ?? 0) + index))
    await expect.poll(async () => (await title(other).textContent()) === (await title(page).textContent()), { timeout: 20_000 }).toBe(true)
    await Promise.all([page.close(), other.close()])
  }, 180_000)

  it('two sessions of one listener in two tabs are two: what is asked of one does not change the other', async () => {
    const [one, other] = await Promise.all([openPage('/dj?listener=chloe', 60), openPage('/dj?listener=chloe', 60)])
    const ids = [await begin(one), await begin(other)] as const
    expect(ids[0]).not.toBe(ids[1])
    const before = await title(other).textContent()
    await steer(ids[0], { skip: true, talkEvery: 0 })
    await expect.poll(async () => (await sessionOf(ids[0])).position).toBe(1)
    expect((await sessionOf(ids[1])).position).toBe(0)
    expect(await title(other).textContent()).toBe(before)
    await Promise.all([one.close(), other.close()])
  }, 120_000)

  it('a voice has captions that a browser reads: in order, within the sound, and word for word what was said', async () => {
    const id = await startSession(client, { listenerId: 'chloe', talkEvery: 1, seed: 5 })
    const spokenIn = async () => (await sessionOf(id)).segments.nodes.find(({ speech }: { speech: unknown }) => speech !== null) ?? null
    await expect
      .poll(
        async () => {
          const found = await spokenIn()
          if (found === null) await steer(id, { skip: true })
          return found
        },
        { timeout: 60_000, interval: 1_500 },
      )
      .not.toBeNull()
    const { talk, speech } = await spokenIn()
    const page = await browser.newPage()
    await page.goto(`${site.url}/dj`)
    const cues = await page.evaluate(async (address) => {
      const audio = document.createElement('audio')
      const track = document.createElement('track')
      track.kind = 'captions'
      track.src = new URL(address).pathname
      audio.append(track)
      track.track.mode = 'hidden'
      document.body.append(audio)
      await new Promise((resolve, reject) => {
        track.addEventListener('load', resolve)
        track.addEventListener('error', reject)
      })
      return [...(track.track.cues ?? [])].map((cue) => ({ from: cue.startTime, to: cue.endTime, text: (cue as VTTCue).text }))
    }, speech.captionsUrl)
    expect(cues.length).toBeGreaterThan(0)
    expect(cues.map(({ from }) => from)).toEqual(cues.map(({ from }) => from).toSorted((a, b) => a - b))
    for (const { from, to } of cues) expect(to).toBeGreaterThan(from)
    expect(cues.at(-1)!.to * 1_000).toBeLessThanOrEqual(speech.durationMs + 50)
    const spoken = cues.map(({ text }) => text).join(' ')
    expect(spoken.replaceAll(/&(amp|lt|gt);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')).toBe(talk.text)
    await page.close()
  }, 120_000)

  it('an export opens as a playlist: it names what was played, with an address, and what was said, and it grows', async () => {
    const id = await startSession(client, { listenerId: 'chloe', talkEvery: 1, seed: 9 })
    await expect.poll(async () => (await sessionOf(id)).segments.nodes.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(4)
    // What is said is prepared for this item and the next.
    for (const position of [0, 1]) await expect.poll(() => isSettled(id, position), { timeout: 30_000 }).toBe(true)
    const open = async () => {
      const response = await fetch((await sessionOf(id)).export)
      expect(response.headers.get('content-type')).toContain('application/jspf+json')
      return (
        (await response.json()) as {
          playlist: { title: string; track: { title: string; creator: string; location: string[]; duration: number; annotation?: string }[] }
        }
      ).playlist
    }
    const before = await open()
    const { nodes } = (await sessionOf(id)).segments
    expect(before.title).not.toBe('')
    expect(before.track.map(({ title: name }) => name)).toEqual(nodes.map(({ item }: { item: { title: string } }) => item.title))
    for (const { creator, location, duration } of before.track) {
      expect(creator).not.toBe('')
      expect(location[0]).toMatch(/^https?:\/\//u)
      expect(Number.isSafeInteger(duration)).toBe(true)
    }
    expect(before.track.map(({ annotation = null }) => annotation)).toEqual(nodes.map(({ talk }: { talk: { text: string } | null }) => talk?.text ?? null))
    await steer(id, { skip: true })
    await expect.poll(async () => (await open()).track.length, { timeout: 20_000 }).toBeGreaterThan(before.track.length)
  }, 120_000)

  it('nobody talks over a long session where that is not wanted, and every third time where that is', async () => {
    const id = await startSession(client, { listenerId: 'chloe', talkEvery: 3, seed: 3 })
    for (let position = 0; position < 24; position++) {
      await expect.poll(async () => (await sessionOf(id)).segments.nodes.length, { timeout: 30_000 }).toBeGreaterThan(position + 1)
      if (position === 12) await steer(id, { talkEvery: 0 })
      const wanted = position % 3 === 2 ? position + 1 : position
      await expect.poll(() => isSettled(id, wanted), { timeout: 20_000 }).toBe(true)
      await steer(id, { skip: true })
    }
    const { nodes } = (await sessionOf(id)).segments
    const spoken = nodes.flatMap(({ position, talk }: { position: number; talk: unknown }) => (talk === null ? [] : [position]))
    expect(spoken.every((position: number) => position % 3 === 0 && position <= 12)).toBe(true)
    expect(spoken.length).toBeGreaterThanOrEqual(3)
  }, 240_000)
})
