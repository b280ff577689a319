import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countDangers,
  expectAccessible,
  inChromium,
  layoutShiftOf,
  noDangers,
  openBrowser,
  type PageServer,
  servePages,
  takePictures,
  type TestBrowser,
  toneWav,
  violationsOf,
} from './index.js'

const policy = { 'content-security-policy': "default-src 'none'; img-src 'self' data:; media-src 'self'; report-uri /csp-report" }
const page = (body: string, headers: Readonly<Record<string, string>> = {}) => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A page</title><main><h1>A page</h1>${body}</main></html>`,
  headers,
})
const hostile = `<script>alert('script')</script><img src="/none.png" onerror="alert('image')" alt=""><a href=" java\tscript:alert(1)">a</a>
<svg><script href="http://somebody.localhost/x.js"></script></svg><template><b></b></template>`
const pages: Readonly<Record<string, ReturnType<typeof page>>> = {
  '/good': page('<p>Text that can be read.</p>', policy),
  '/bad': page('<img src="/none.png"><button></button><p style="color: #ccc; background: #fff">Text that cannot.</p>'),
  '/hostile': page(hostile),
  '/hostile-with-policy': page(hostile, policy),
  '/jumpy': page('<p id="a">Above</p><p>Below</p><script>setTimeout(() => { a.style.height = "300px" }, 100)</script>'),
  '/outside': page('<img src="https://linernotes.example/pixel.png" alt="x"><img src="http://192.0.2.1/pixel.png" alt="x">'),
}

describe('the harness', inChromium, () => {
  let browser: TestBrowser
  let server: PageServer
  beforeAll(async () => {
    browser = await openBrowser()
    server = await servePages((path) => (path === '/tone.wav' ? { type: 'audio/wav', body: toneWav(2) } : (pages[path] ?? null)))
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })
  const open = async (path: string) => {
    const opened = await browser.newPage()
    const dangers = await countDangers(opened)
    await opened.goto(server.url + path, { waitUntil: 'load' })
    return { opened, dangers }
  }

  it('finds nothing wrong with a good page, under a policy that allows nothing', async () => {
    const { opened, dangers } = await open('/good')
    await expectAccessible(opened)
    expect(await dangers.read()).toEqual(noDangers)
    expect(await layoutShiftOf(opened)).toBe(0)
    await opened.close()
  })

  it('finds what is not accessible', async () => {
    const { opened } = await open('/bad')
    const rules = (await violationsOf(opened)).map((violation) => violation.split(':', 1)[0])
    expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'image-alt']))
    await opened.close()
  })

  it('counts what hostile markup does, with and without a policy', async () => {
    const free = await open('/hostile')
    await expect.poll(async () => (await free.dangers.read()).dialogs.length).toBe(2)
    const found = await free.dangers.read()
    expect({ ...found, dialogs: found.dialogs.toSorted() }).toMatchObject({
      dialogs: ['alert: image', 'alert: script'],
      handlers: [expect.stringContaining('onerror'), expect.stringContaining('href')],
      scripts: [expect.stringContaining('inline: alert'), 'http://somebody.localhost/x.js'],
      cspReports: [],
    })
    await free.opened.close()
    const stopped = await open('/hostile-with-policy')
    await expect.poll(async () => (await stopped.dangers.read()).consoleErrors.length).toBeGreaterThanOrEqual(2)
    const reports = await stopped.dangers.read()
    expect(reports.dialogs).toEqual([])
    expect(reports.cspReports.length).toBeGreaterThanOrEqual(2)
    await stopped.opened.close()
  })

  it('adds layout shifts up', async () => {
    const { opened } = await open('/jumpy')
    await expect.poll(() => layoutShiftOf(opened)).toBeGreaterThan(0.01)
    await opened.close()
  })

  it('lets nothing out, and counts what wanted to go', async () => {
    const before = browser.refused.length
    const { opened } = await open('/outside')
    expect(browser.refused.slice(before).toSorted()).toEqual(['http://192.0.2.1/pixel.png', 'https://linernotes.example/pixel.png'])
    expect(await opened.evaluate(() => [...document.images].map((image) => image.naturalWidth))).toEqual([0, 0])
    await opened.close()
  })

  it('serves ranges of a sound, under two names', async () => {
    const { opened } = await open('/good')
    const response = await fetch(`${server.url}/tone.wav`, { headers: { range: 'bytes=0-3' } })
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([206, 'bytes 0-3/32044', 'RIFF'])
    expect((await opened.goto(`${server.foreignUrl}/good`))?.status()).toBe(200)
    await opened.close()
  })

  it('takes six pictures of a page', async () => {
    const { opened } = await open('/good')
    const files = await takePictures(opened, 'harness')
    expect(files.filter((file) => existsSync(file))).toHaveLength(6)
    await opened.close()
  })
})
