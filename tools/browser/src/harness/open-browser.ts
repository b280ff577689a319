import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.js'
import { refuseOutside } from './refuse-outside.js'

export interface TestBrowser extends AsyncDisposable {
  /** A page with storage of its own: no page of one test knows what another did. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Addresses outside of this machine that pages asked for; no request got there. */
  readonly refused: readonly string[]
}

/** The Chromium of the system, headless: one for each file of tests. It reaches loopback only: `127.0.0.1`, and `NAME.localhost` for other sites. */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium here: install the Debian package chromium, or wrap the tests in `inChromium`.')
  await using opened = new AsyncDisposableStack()
  const outside = opened.use(await refuseOutside())
  const browser = await chromium.launch({
    executablePath,
    args: [
      // Root has no sandbox, and containers little shared memory.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--mute-audio',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      // Chromium never asks a proxy for loopback. (The proxy that playwright sets is asked for that, too.)
      `--proxy-server=${outside.url}`,
    ],
    timeout: 60_000,
  })
  opened.defer(() => browser.close())
  const whole = opened.move()
  const refused: string[] = []
  return {
    refused,
    newPage: async (options = {}) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', ...options })
      // A gateway that just started answers its first list in 15 seconds where other tests run beside it.
      context.setDefaultTimeout(45_000)
      // Of the pages: the browser itself asks its maker for this and that, and gets no further.
      context.on('request', (request) => {
        if (isOutside(request.url())) refused.push(request.url())
      })
      const page = await context.newPage()
      page.once('close', () => void context.close().catch(() => undefined))
      return page
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}

function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return /^(https?|wss?):$/.test(protocol) && !/^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(hostname)
}
