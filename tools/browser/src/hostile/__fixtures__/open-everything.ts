import type { Page } from 'playwright-core'

/** Opens whatever opens: claims, evidence, results, in all open shadow trees; until nothing is closed, or `most` were opened. Gives how many. */
export async function openEverything(page: Page, most = 400): Promise<number> {
  let opened = 0
  for (let round = 0; round < 4 && opened < most; round++) {
    const now = await page.evaluate(async (limit) => {
      const closed = (root: Document | ShadowRoot): HTMLElement[] => [
        ...root.querySelectorAll<HTMLElement>('[aria-expanded="false"], details:not([open]) > summary'),
        ...[...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? closed(element.shadowRoot) : [])),
      ]
      const found = closed(document).slice(0, limit)
      for (const element of found) {
        element.click()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return found.length
    }, most - opened)
    opened += now
    if (now === 0) break
    await page.waitForTimeout(150)
  }
  return opened
}
