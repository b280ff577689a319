import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, startSite, type Site, type TestBrowser } from '../../harness/index.js'

export interface Discover extends AsyncDisposable {
  readonly site: Site
  readonly browser: TestBrowser
  /** Opens a page of the site and waits for the ten narratives of each list. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Opens it and waits for nothing, after `before` had its way with the page. */
  openRaw(path: string, before?: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<Page>
}

/** The site on the sample, and a browser in front of it. */
export async function startDiscover(): Promise<Discover> {
  await using opened = new AsyncDisposableStack()
  const browser = opened.use(await openBrowser())
  const site = opened.use(await startSite())
  const openRaw: Discover['openRaw'] = async (path, before, options = { viewport: { width: 1440, height: 900 } }) => {
    const page = await browser.newPage(options)
    await before?.(page)
    await page.goto(site.url + path)
    return page
  }
  const whole = opened.move()
  return {
    site,
    browser,
    openRaw,
    open: async (path, options) => {
      const page = await openRaw(path, undefined, options)
      await settled(page)
      return page
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}

/** All lists of the page are there, and nothing is being made or written. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('article').length > 0 &&
      document.querySelector('section[aria-busy="true"]') === null &&
      ![...document.querySelectorAll('article')].some((article) => article.textContent?.includes('Being written')),
  )
}

/** What is said of each item of a page, top down. */
export const narrativesOf = (page: Page): Promise<string[]> => page.locator('article').evaluateAll((articles) => articles.map((article) => article.querySelector('p:has([aria-expanded]), [data-writing] p')?.textContent ?? ''))

/** Titles of the items, top down. */
export const titlesOf = (page: Page): Promise<string[]> => page.locator('article h3').allTextContents()

/** Name of the operation that a request of the page asks for. */
export const operationOf = (body: string | null): string => (JSON.parse(body ?? '{}') as { readonly operationName?: string }).operationName ?? ''
