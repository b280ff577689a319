import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inChromium, openBrowser, startSite, type Site, type TestBrowser } from '../harness/index.js'

const rootConfig = path.resolve(import.meta.dirname, '../../../../linernotes.config.ts')

/** A narrator that takes every request and never says a word, deaf to being told to stop. */
const plugin = `{ contract: 'narrative/v1', key: 'hanging', displayName: 'Hanging', version: '1', config: { '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value }) } },
  create: async () => ({
    capabilities: { kinds: ['track', 'episode'], styles: ['blurb', 'dj', 'pitch'], languages: ['en'], streaming: true, structuredOutput: false, seed: false, maxInputTokens: null, maxConcurrency: null, locality: 'on-device' },
    narrate: async function* () { await new Promise(() => {}) }, health: async () => ({ state: 'up', detail: null }), [Symbol.asyncDispose]: async () => {} }) }`

describe('a narrator that hangs', inChromium, () => {
  let directory: string
  let site: Site
  let browser: TestBrowser
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'linernotes-hung-'))
    const file = path.join(directory, 'hung.config.ts')
    await writeFile(
      file,
      `import base from ${JSON.stringify(rootConfig)}\nexport default (environment) => { const config = base(environment)\n` +
        `return { ...config, providers: [...config.providers, async () => ({ default: ${plugin} })], order: { track: ['hanging', 'house-narrator'], episode: ['hanging', 'house-narrator'] } } }\n`,
    )
    ;[site, browser] = await Promise.all([startSite({ LINERNOTES_CONFIG: file }), openBrowser()])
  }, 240_000)
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    await site[Symbol.asyncDispose]()
    await rm(directory, { recursive: true, force: true })
  })

  it('does not hold up the music: another one speaks, or nobody does, and it says who', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.url}/dj?listener=chloe`)
    const startedAt = performance.now()
    await page.getByRole('button', { name: 'Start the DJ' }).click()
    await expect.poll(() => page.getByText('Playing silently').count(), { timeout: 40_000 }).toBe(1)
    const heardAfterMs = Math.round(performance.now() - startedAt)
    const said = (await page.getByRole('log').textContent()) ?? ''
    expect(said).toMatch(/says nothing before this one|\w{3,}.*[.?]$/)
    expect(await page.getByText('Hanging.').count()).toBe(0)
    for (let number = 0; number < 2; number++) {
      const before = await page.getByRole('heading', { level: 1 }).textContent()
      await page.getByRole('button', { name: 'Skip' }).click()
      await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), { timeout: 3_000 }).not.toBe(before)
    }
    console.log(`with a narrator that hangs, the first record began after ${heardAfterMs} ms: ${said}`)
    await page.close()
  }, 120_000)
})
