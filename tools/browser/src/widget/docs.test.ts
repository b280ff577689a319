import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDangers, inChromium, noDangers } from '../harness/index.js'
import { startForeignSite, type ForeignSite } from './__fixtures__/start-foreign-site.js'

/** A file of the repository. */
const read = (file: string) => readFile(path.resolve(import.meta.dirname, '../../../../', file), 'utf8')

describe('docs/widget.md', inChromium, () => {
  let site: ForeignSite
  let blocks: readonly { readonly language: string; readonly code: string }[]
  beforeAll(async () => {
    site = await startForeignSite()
    const text = await read('docs/widget.md')
    blocks = [...text.matchAll(/```(\w+)\n([^]*?)```/g)].map(([, language = '', code = '']) => ({
      language,
      code: code.replaceAll('https://notes.example', site.gateway.url).replaceAll(/\bID\b/g, site.ids.timed),
    }))
  }, 120_000)
  afterAll(() => site[Symbol.asyncDispose]())
  const written = (language: string) => blocks.filter((block) => block.language === language).map(({ code }) => code)

  it('has blocks that do what they say, under the policy that it names', async () => {
    const policy = /^Content-Security-Policy: (.+)$/m.exec(written('http')[0] ?? '')?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(written('html')).toHaveLength(2)
    site.serve('/docs.css', { type: 'text/css', body: written('css').join('\n') })
    for (const [number, code] of written('html').entries()) {
      const body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs.css"><title>Docs</title><main>${code}</main></html>`
      site.serve(`/docs-${number}`, { type: 'text/html', body, headers: { 'content-security-policy': policy } })
      const page = await site.browser.newPage()
      const dangers = await countDangers(page, (url) => url.origin === site.gateway.url)
      const told = page.waitForEvent('console', { predicate: (message) => message.text() === 'liner-note: embed' })
      await page.addInitScript(() =>
        document.addEventListener('liner-note', (event) => console.log(`liner-note: ${(event as CustomEvent<{ state: string }>).detail.state}`)),
      )
      await page.goto(`${site.foreign.foreignUrl}/docs-${number}`)
      await told
      expect(await page.locator('liner-note .text').textContent()).toContain('The lighthouse keeper')
      expect(await page.locator('liner-note .note').evaluate((note) => getComputedStyle(note).borderTopColor)).toBe('rgb(0, 92, 70)')
      await page.getByRole('button', { name: /^Play/ }).click()
      await page.getByRole('button', { name: /^Pause/ }).waitFor()
      expect(await dangers.read()).toEqual(noDangers)
      await page.close()
    }
  })

  it('names every attribute, part and property that there is, and no other', async () => {
    const sources = await Promise.all(
      ['liner-note', 'note-styles', 'text-styles', 'passage-styles', 'fact-styles', 'passage-list', 'fact-list'].map((name) =>
        read(`apps/widget/src/${name}.ts`),
      ),
    )
    const source = sources.join('\n')
    const docs = await read('docs/widget.md')
    const parts = new Set([...source.matchAll(/\bpart="([\w-]+)"/g)].map((match) => match[1]))
    const documentedParts = [...(/^Parts: (.+?)\. /m.exec(docs)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map((match) => match[1])
    expect(documentedParts.toSorted()).toEqual([...parts].toSorted())
    const properties = new Set([...source.matchAll(/var\(--liner-note(-[\w-]+)/g)].map((match) => match[1]))
    const documented = [...(/^Properties: (.+)$/m.exec(docs)?.[1] ?? '').matchAll(/`(?:--liner-note)?(-[\w-]+)`/g)].map((match) => match[1])
    expect(documented.toSorted()).toEqual([...properties].toSorted())
    const [element = ''] = sources
    const declared = element.slice(element.indexOf('properties = {'), element.indexOf('declare item'))
    const observed = [...declared.matchAll(/^ {4}(\w+): \{(?: attribute: '([\w-]+)' )?\},$/gm)].map(([, name, attribute]) => attribute ?? name)
    const table = docs.slice(docs.indexOf('| Attribute |'), docs.indexOf('## Make it yours'))
    const attributes = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1])
    // `theme` is for the stylesheet alone.
    expect(attributes.toSorted()).toEqual([...observed, 'theme'].toSorted())
  })
})
