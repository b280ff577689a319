import { describe, expect, it } from 'vitest'
import { contractFlaws } from './__fixtures__/contract-flaws.js'
import { flaws } from './__fixtures__/flaws.js'
import { networkFlaws } from './__fixtures__/network-flaws.js'
import { runConformance } from './index.js'

const narrow = Object.entries({ ...flaws, ...contractFlaws, ...networkFlaws }).filter(([, { isBroad }]) => isBroad !== true)

describe('of all checks, only the one that is meant for it fails a provider that', () => {
  it.each(narrow)('%s', async (_, { plugin, fails, also }) => {
    const report = await runConformance(...plugin)
    const failed = report.checks.filter((check) => check.outcome === 'failed')
    expect(failed.map((check) => check.name).toSorted()).toEqual([fails, ...(also ?? [])].toSorted())
  })
})
