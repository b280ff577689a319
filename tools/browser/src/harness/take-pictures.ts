import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'

const directory = path.resolve(import.meta.dirname, '../../../../test-results/screens')
const widths = [390, 820, 1440] as const
const schemes = ['light', 'dark'] as const

/** The whole page on a phone, a tablet and a desk, light and dark: `test-results/screens/NAME-390-dark.png`, for people to look at. */
export async function takePictures(page: Page, name: string): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true })
  const before = page.viewportSize()
  const files: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 1000 })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      const file = path.join(directory, `${name}-${width}-${colorScheme}.png`)
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled', caret: 'hide' })
      files.push(file)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before !== null) await page.setViewportSize(before)
  return files
}
