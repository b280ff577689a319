import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { cspReportRoute } from './csp-report-route.js'
import { pageRoutes } from './page-routes.js'

/** A site as vite builds one, beside a file that is none of it. */
async function startSite(files: Readonly<Record<string, string>>) {
  await using opened = new AsyncDisposableStack()
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-site-'))
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const site = path.join(directory, 'site')
  await mkdir(path.join(site, 'assets'), { recursive: true })
  await writeFile(path.join(directory, 'secret.txt'), 'secret')
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(site, name), text)
  const logged: Record<string, unknown>[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const server = express().use(cspReportRoute(log), pageRoutes(site)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  opened.defer(() => void server.close())
  const whole = opened.move()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logged, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}

const built = { 'index.html': '<title>built</title>', 'mark.svg': '<svg/>', 'assets/index-abc.js': 'run()' }

const report = { 'csp-report': { 'document-uri': 'http://127.0.0.1/', 'effective-directive': 'script-src-elem', 'blocked-uri': 'inline' } }
const send = (url: string, body: string) => fetch(`${url}/csp-report`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body })

describe('the pages', () => {
  it('are one document at every address that is a page, and nothing at any other', async () => {
    await using site = await startSite(built)
    for (const page of ['/', '/dj', '/search', '/search?q=x']) {
      const response = await fetch(site.url + page)
      expect({ page, status: response.status, text: await response.text() }).toEqual({ page, status: 200, text: built['index.html'] })
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
    expect((await fetch(`${site.url}/nowhere`)).status).toBe(404)
  })

  it('are not sent again while they are the same, and answer HEAD', async () => {
    await using site = await startSite(built)
    const etag = (await fetch(site.url)).headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect(await rawGet(site.url, '/', { 'if-none-match': etag })).toBe('304 ')
    const head = await fetch(site.url, { method: 'HEAD' })
    expect({ status: head.status, length: head.headers.get('content-length'), text: await head.text() }).toEqual({ status: 200, length: '20', text: '' })
  })

  it('keep assets for ever', async () => {
    await using site = await startSite(built)
    const response = await fetch(`${site.url}/assets/index-abc.js`)
    expect(await response.text()).toBe('run()')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect((await fetch(`${site.url}/assets/missing.js`)).status).toBe(404)
  })

  it('run under a policy without anything inline', async () => {
    await using site = await startSite(built)
    for (const page of ['/', '/dj', '/assets/index-abc.js']) {
      const policy = (await fetch(site.url + page)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('give nothing from outside of the site', async () => {
    await using site = await startSite(built)
    for (const target of [
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/mark.svg/../../secret.txt',
    ])
      expect({ target, answer: (await rawGet(site.url, target)).slice(0, 3) }).not.toEqual({ target, answer: '200' })
  })

  it('say so where they are not built', async () => {
    await using site = await startSite({})
    const response = await fetch(site.url)
    expect({ status: response.status, cached: response.headers.get('cache-control') }).toEqual({ status: 503, cached: 'no-store' })
    expect(await response.text()).toContain('The pages are not built')
  })
})

describe('reports of a broken policy', () => {
  it('are counted and logged as warnings', async () => {
    await using site = await startSite(built)
    for (let number = 0; number < 2; number += 1) expect((await send(site.url, JSON.stringify(report))).status).toBe(204)
    expect(site.logged).toMatchObject([
      { level: 40, msg: 'csp.violated', count: 1, directive: 'script-src-elem', blocked: 'inline' },
      { level: 40, msg: 'csp.violated', count: 2 },
    ])
  })

  it('fill no disk: behind the hundredth, every thousandth is logged', async () => {
    await using site = await startSite(built)
    for (let number = 0; number < 120; number += 1) await send(site.url, JSON.stringify(report))
    expect(site.logged).toHaveLength(100)
  })

  it('are refused where they are none, or large', async () => {
    await using site = await startSite(built)
    expect((await send(site.url, '{}')).status).toBe(400)
    expect((await send(site.url, JSON.stringify({ ...report, more: 'x'.repeat(20_000) }))).status).toBe(413)
    expect(site.logged).toEqual([])
  })
})

/** fetch would tidy the path before it is sent, and ask past all caches. */
function rawGet(url: string, target: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path: target, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve(`${response.statusCode} ${text}`))
    })
      .on('error', reject)
      .end()
  })
}
