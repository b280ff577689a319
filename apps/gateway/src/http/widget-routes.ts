import path from 'node:path'
import { findShowpieces } from '@linernotes/catalog'
import type { Platform } from '@linernotes/serving'
import express, { Router, type Request, type Response } from 'express'
import { demoPage } from '../embed/demo-page.js'
import { embedPage, missingPage } from '../embed/embed-page.js'
import type { Embed } from '../embed/embed.js'
import { findEmbed } from '../embed/find-embed.js'
import { oEmbed } from '../embed/oembed.js'
import { originOf, readEmbedRequest, type EmbedQuery } from '../embed/read-embed-request.js'
import { findListenerId } from '../listeners/listener-id-of.js'
import { closedSignal } from './closed-signal.js'
import { precompressedFiles } from './precompressed-files.js'

const site = path.resolve(import.meta.dirname, '../../../widget/dist/site')
const mostDemoItems = 6
/** A text that is recalled is gone from every page after this. */
const publicSeconds = 60
/** Longer than any provider is waited for, shorter than a proxy waits. */
const longestMs = 25_000

/** Pages of ours may play sounds from anywhere, and get nothing else from anywhere. */
const policy = (ancestors: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}; report-uri /csp-report`

/** The widget, what it asks for, and pages with it in them: the only answers that pages of other origins may read. */
export function widgetRoutes(platform: Platform): Router {
  const router = Router()
  router.get('/widget', (request, response, next) => (request.path.endsWith('/') ? next() : response.redirect(301, '/widget/')))
  router.get('/widget/', async (request, response) => await answerDemo(platform, request, response))
  router.use('/widget', precompressedFiles(site), express.static(site, { index: false, redirect: false, setHeaders: shareFile }))
  router.get('/embed/:file', async (request, response) => await answerEmbed(platform, request, response))
  router.get('/oembed', async (request, response) => await answerOEmbed(platform, request, response))
  return router
}

function shareFile(response: Response): void {
  response.set({ 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' })
  share(response)
}

/** Without credentials: a browser gives no cookie along, and an answer to `*` could not be read if it did. */
const share = (response: Response): void => void response.set({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })

const deadline = (request: Request): AbortSignal => AbortSignal.any([closedSignal(request), AbortSignal.timeout(longestMs)])

const refuse = (response: Response, status: number, code: string, message: string): void =>
  void response.status(status).set('cache-control', 'no-store').json({ error: { code, message } })

async function answerEmbed(platform: Platform, request: Request<{ file: string }>, response: Response): Promise<void> {
  const { file } = request.params
  const wantsJson = file.endsWith('.json')
  response.vary('Sec-Fetch-Site')
  response.set('x-content-type-options', 'nosniff')
  // What is refused may be read by all, so that they see why.
  if (wantsJson) share(response)
  const read = readEmbedRequest(request)
  if (!read.ok) return refuse(response, read.status, read.code, read.message)
  if (!wantsJson && read.query.listener !== null) return refuse(response, 403, 'FORBIDDEN', 'listener: the page of an item is for nobody in particular')
  const origin = originOf(request)
  if (origin === null) return refuse(response, 400, 'INVALID_INPUT', 'host: malformed')
  const embed = await find(platform, wantsJson ? file.slice(0, -'.json'.length) : file, read.query, deadline(request))
  if (read.query.listener !== null) {
    response.removeHeader('access-control-allow-origin')
    response.set({ 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'private, no-store' })
  } else response.set('cache-control', embed?.narrative ? `public, max-age=${publicSeconds}` : 'no-store')
  if (wantsJson) return embed === null ? refuse(response, 404, 'NOT_FOUND', 'item: no track or episode has this id') : void response.json(embed)
  response.set('content-security-policy', policy('*'))
  if (embed === null) return void response.status(404).type('html').send(missingPage())
  response.type('html').send(embedPage(embed, { origin, style: read.query.style, provider: read.query.provider }))
}

async function find(platform: Platform, itemId: string, { listener, style, provider }: EmbedQuery, signal: AbortSignal): Promise<Embed | null> {
  const listenerId = listener === null ? null : await findListenerId(platform.database.db, listener)
  return await findEmbed(platform, { itemId, listenerId, style, provider }, signal)
}

async function answerOEmbed(platform: Platform, request: Request, response: Response): Promise<void> {
  const { url, format, maxwidth, maxheight } = request.query
  if (format !== undefined && format !== 'json') return refuse(response, 501, 'INVALID_INPUT', 'format: only json')
  const origin = originOf(request)
  const id = typeof url === 'string' && origin !== null ? embeddedId(url, origin) : null
  const embed = id === null ? null : await find(platform, id, { listener: null, style: null, provider: null }, deadline(request))
  if (embed === null || origin === null) return refuse(response, 404, 'NOT_FOUND', 'url: expected the address of an embed page of this server')
  response.set('cache-control', `public, max-age=${publicSeconds}`).json(oEmbed(embed, origin, { width: pixels(maxwidth), height: pixels(maxheight) }))
}

const pixels = (value: unknown): number | null => (typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : null)

function embeddedId(url: string, origin: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  return parsed.origin === origin ? (/^\/embed\/([^/.]+)$/.exec(parsed.pathname)?.[1] ?? null) : null
}

async function answerDemo(platform: Platform, request: Request, response: Response): Promise<void> {
  const origin = originOf(request)
  if (origin === null) return refuse(response, 400, 'INVALID_INPUT', 'host: malformed')
  const asked = [request.query['item'] ?? []].flat().filter((item): item is string => typeof item === 'string')
  const ids = asked.length > 0 ? asked.slice(0, mostDemoItems) : await findShowpieces(platform.database.db)
  const signal = deadline(request)
  const found = await Promise.all(ids.map((id) => find(platform, id, { listener: null, style: null, provider: null }, signal)))
  response.set({ 'content-security-policy': policy("'self'"), 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' })
  response.type('html').send(
    demoPage(
      found.filter((embed) => embed !== null),
      origin,
    ),
  )
}
