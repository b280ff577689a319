import { createTestGateway, type TestGateway } from '@linernotes/gateway/testing'
import { openBrowser, servePages, toneWav, type PageServer, type ServedPage, type TestBrowser } from '../../harness/index.js'
import { fillTalkingCatalogue } from './fill-talking-catalogue.js'
import { foreignPage, foreignStyles, type ForeignPage } from './foreign-page.js'

export interface ForeignSite extends AsyncDisposable {
  readonly browser: TestBrowser
  readonly gateway: TestGateway
  readonly ids: Awaited<ReturnType<typeof fillTalkingCatalogue>>
  readonly sounds: PageServer
  /** Address of a page of another site with these notes in it. */
  page(notes: string, options?: Partial<ForeignPage>): string
  /** Something else that the foreign server answers with. */
  serve(path: string, page: ServedPage): void
  readonly foreign: PageServer
}

const soundSeconds = 60

/** A gateway, a server of sounds and a page of somebody else, each of another origin, and a browser that sees them all. */
export async function startForeignSite(): Promise<ForeignSite> {
  await using opened = new AsyncDisposableStack()
  const sound = toneWav(soundSeconds)
  const sounds = opened.use(await servePages((path) => (path === '/storm-glass.wav' ? { type: 'audio/wav', body: sound } : null)))
  const gateway = opened.use(await createTestGateway())
  const ids = await fillTalkingCatalogue(gateway, `${sounds.url}/storm-glass.wav`)
  const pages = new Map<string, ServedPage>(Object.entries(foreignStyles))
  const foreign = opened.use(await servePages((path) => pages.get(path) ?? null))
  const browser = opened.use(await openBrowser())
  const whole = opened.move()
  return {
    browser,
    gateway,
    ids,
    sounds,
    foreign,
    page: (notes, options = {}) => {
      const path = `/${pages.size}`
      pages.set(path, foreignPage({ widget: gateway.url, sounds: sounds.url, notes, ...options }))
      return foreign.foreignUrl + path
    },
    serve: (path, page) => void pages.set(path, page),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}
