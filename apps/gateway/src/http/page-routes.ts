import path from 'node:path'
import express, { Router, type Response } from 'express'
import { contentSecurityPolicy } from './content-security-policy.js'
import { precompressedFiles } from './precompressed-files.js'

/** Each is answered with the one document of the site, which shows the page by its address. Anything else is not there. */
const pages = ['/', '/dj', '/search']

/** Where `apps/web` builds to; the same place seen from src and from dist. */
const builtSite = path.resolve(import.meta.dirname, '../../../web/dist/site')

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Liner Notes: the pages are not built</title>
<h1>The pages are not built</h1>
<p>The API answers at <a href="/graphql">/graphql</a>. Build the pages with <code>npx -y pnpm@12.21.0 build</code> and load this again.</p></html>
`

/** The built pages, under a strict Content-Security-Policy. Assets have names that change with their content and are kept for ever; the document is asked for again each time. */
export function pageRoutes(site: string = builtSite): Router {
  const router = Router()
  router.get(pages, (_request, response) => {
    secure(response)
    response.sendFile('index.html', { root: site, cacheControl: false, headers: { 'cache-control': 'no-cache' } }, (error) => {
      if (!error || response.headersSent) return
      response.status(503).set('cache-control', 'no-store').type('html').send(notBuilt)
    })
  })
  const options = { index: false, redirect: false, dotfiles: 'ignore', setHeaders: secure } as const
  const assets = path.join(site, 'assets')
  router.use('/assets', precompressedFiles(assets), express.static(assets, { ...options, immutable: true, maxAge: '365d' }))
  router.use('/mark.svg', express.static(path.join(site, 'mark.svg'), { ...options, redirect: false, maxAge: '1d' }))
  return router
}

function secure(response: Response): void {
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  })
}
