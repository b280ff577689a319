import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Every level A and AA of WCAG 2.0 to 2.2, as axe-core tags its rules. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe-core finds wrong with the page, shadow trees and frames of the same origin included: rule, where, and why. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(
    async (values) =>
      await (globalThis as unknown as { readonly axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        // Off unless asked for, though it is AA since 2.2.
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
      }),
    levels,
  )
  return describeViolations(found)
}

const describeViolations = ({ violations }: AxeResults): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' >>> ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`),
  )

/** axe-core finds nothing wrong. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}
