import type { Page } from 'playwright-core'

interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
}

/**
 * Sum of all layout shifts since the page was opened that no input explains (Layout Instability API). Cumulative Layout Shift takes the worst
 * burst only, so this is never less.
 */
export async function layoutShiftOf(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const shifts: PerformanceEntry[] = []
    const observer = new PerformanceObserver((list) => void shifts.push(...list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    // What was observed is delivered as a task of its own: two frames later it is here.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await new Promise((resolve) => setTimeout(resolve, 50))
    shifts.push(...observer.takeRecords())
    observer.disconnect()
    return (shifts as LayoutShift[]).filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0)
  })
}
