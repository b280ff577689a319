import { readFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import readmePlugin from './__fixtures__/readme-plugin.js'
import { describeConformance } from './conformance/index.js'
import type { NarrativePlugin } from './index.js'

it('the README shows the plugin that is tested here', async () => {
  const [readme, fixture] = await Promise.all(
    ['../README.md', './__fixtures__/readme-plugin.ts'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  )
  expect(/```ts\n(import .*?)```/su.exec(readme ?? '')?.[1]).toBe(fixture)
})

describeConformance(readmePlugin as NarrativePlugin, { runner: { describe, it, afterAll }, config: { cry: 'Oyez!' } })
