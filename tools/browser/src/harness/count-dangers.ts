import type { Frame, Page } from 'playwright-core'

/** Signs that text became markup, script or style. Each is empty on a page that is safe. */
export interface Dangers {
  /** alert, confirm, prompt. */
  readonly dialogs: readonly string[]
  /** Attributes such as onclick, and javascript: or data: addresses that a click or a load would run, in all frames and open shadow trees. */
  readonly handlers: readonly string[]
  /** Script elements that are not loaded from where the page allows; data blocks such as JSON-LD do not count. */
  readonly scripts: readonly string[]
  /** What the policy of the page stopped. */
  readonly cspReports: readonly string[]
  readonly pageErrors: readonly string[]
  readonly consoleErrors: readonly string[]
}

export interface DangerCounter {
  /** Everything so far; markup as it is now. */
  read(): Promise<Dangers>
}

export const noDangers: Dangers = { dialogs: [], handlers: [], scripts: [], cspReports: [], pageErrors: [], consoleErrors: [] }

/** Counts from now on: call it before the page is opened. `ours` says which scripts may be there; left out: those of the page's own origin. */
export async function countDangers(page: Page, ours?: (url: URL) => boolean): Promise<DangerCounter> {
  const seen = { dialogs: [] as string[], cspReports: [] as string[], pageErrors: [] as string[], consoleErrors: [] as string[] }
  page.on('dialog', (dialog) => {
    seen.dialogs.push(`${dialog.type()}: ${dialog.message()}`)
    void dialog.dismiss().catch(() => undefined)
  })
  page.on('pageerror', (error) => void seen.pageErrors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') seen.consoleErrors.push(`${message.text()} (${message.location().url})`)
  })
  await page.exposeBinding('reportPolicyViolation', (_, report: string) => void seen.cspReports.push(report))
  await page.addInitScript(() => {
    const { reportPolicyViolation } = globalThis as unknown as { readonly reportPolicyViolation: (report: string) => void }
    document.addEventListener(
      'securitypolicyviolation',
      (event) => reportPolicyViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`),
      true,
    )
  })
  const allowed = ours ?? ((url: URL): boolean => url.origin === new URL(page.url()).origin)
  return {
    read: async () => {
      const found = await Promise.all(page.frames().map(readMarkup))
      return {
        ...seen,
        handlers: found.flatMap(({ handlers }) => handlers),
        scripts: found.flatMap(({ scripts }) => scripts).filter((script) => !URL.canParse(script) || !allowed(new URL(script))),
      }
    },
  }
}

interface Markup {
  readonly handlers: readonly string[]
  /** Addresses, or what an inline script begins with. */
  readonly scripts: readonly string[]
}

async function readMarkup(frame: Frame): Promise<Markup> {
  return await frame.evaluate(() => {
    const handlers: string[] = []
    const scripts: string[] = []
    const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'poster', 'background', 'values', 'to', 'from'])
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          // As the browser reads it, whatever white space and case it is written with.
          const scheme = addresses.has(name.toLowerCase()) && URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).protocol : ''
          const isPicture = element.matches('img, link') && /^data:(?:image\/[a-z+]+[;,]|,)/i.test(value)
          const runs = name === 'srcdoc' || /^(?:javascript|vbscript):$/.test(scheme) || (scheme === 'data:' && !isPicture)
          if (/^on/i.test(name) || runs) handlers.push(`<${element.localName} ${name}="${value}">`.slice(0, 200))
        }
        if (element.localName === 'script') {
          const type = element.getAttribute('type') ?? ''
          const address = element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('xlink:href')
          if (address !== null) scripts.push(new URL(address, document.baseURI).href)
          else if (!/^application\/(?:ld\+)?json$/.test(type)) scripts.push(`inline: ${(element.textContent ?? '').slice(0, 100)}`)
        }
        if (element.shadowRoot) visit(element.shadowRoot)
      }
    }
    visit(document)
    return { handlers, scripts }
  })
}
