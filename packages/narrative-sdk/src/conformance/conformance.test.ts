import { AssertionError } from 'node:assert'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { NarrativePlugin } from '../index.js'
import { createTestHost, lyingProvider, nullPlugin, obedientProvider, providerPlugin } from '../testing/index.js'
import { contractFlaws } from './__fixtures__/contract-flaws.js'
import { fetchingPlugin } from './__fixtures__/fetching-plugin.js'
import { flaws } from './__fixtures__/flaws.js'
import { networkFlaws } from './__fixtures__/network-flaws.js'
import { workCounter } from './__fixtures__/work-counter.js'
import { conformanceChecks, type ConformanceOptions, describeConformance, openSubject, runConformance } from './index.js'

const obedientWork = workCounter()
const runner = { describe, it, afterAll }
describeConformance(nullPlugin as NarrativePlugin, { runner })
describeConformance(
  providerPlugin('obedient', () => obedientProvider({ onWork: obedientWork.onWork })),
  { runner, work: obedientWork },
)
describeConformance(
  providerPlugin('liar-in-good-form', () => lyingProvider()),
  { runner: { describe, it } },
)

describeConformance(fetchingPlugin()[0], { ...fetchingPlugin()[1], runner })

describe('the kit fails a provider that', () => {
  it.each(Object.entries({ ...flaws, ...contractFlaws, ...networkFlaws }))('%s, in the check meant for it', async (flaw, { plugin, fails }) => {
    const check = conformanceChecks.find((one) => one.name === fails)
    expect(check, `There is no check "${fails}"`).toBeDefined()
    await using subject = openSubject(...plugin)
    await expect(check?.run(subject)).rejects.toThrow(flaw === 'can be disposed once' ? Error : AssertionError)
  })

  it('opens something on creation', async () => {
    const plugin = providerPlugin('eager', async (host) => {
      await host.fetch('data:text/plain,warm', { method: 'POST' })
      return obedientProvider()
    })
    await expect(run('opens nothing heavy on creation', plugin)).rejects.toThrow(/Work goes on though nothing was asked for/u)
  })

  it('accepts unknown options', async () => {
    await expect(run('refuses unknown options', { ...(nullPlugin as NarrativePlugin), config: z.object({}) })).rejects.toThrow(/no-such-option/u)
  })

  it('has a key in camelCase', async () => {
    await expect(
      run('names the contract, a kebab-case key, a display name and a version', { ...(nullPlugin as NarrativePlugin), key: 'nullPlugin' }),
    ).rejects.toThrow(AssertionError)
  })

  it('turns a failing backend into a raw error', async () => {
    const plugin = providerPlugin('raw', () => ({
      ...obedientProvider(),
      async *narrate() {
        yield { type: 'narrative-start', model: 'raw', warnings: [] }
        throw new TypeError('fetch failed')
      },
    }))
    await expect(run('fails with branded errors only', plugin, { failures: [{ name: 'refused', code: 'unavailable' }] })).rejects.toThrow(
      /TypeError: fetch failed/u,
    )
  })
})

it('reports every check as JSON, with what does not apply and why', async () => {
  const results: string[] = []
  const report = await runConformance(nullPlugin as NarrativePlugin, { onResult: ({ name }) => results.push(name) })
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(report).toMatchObject({ contract: 'narrative/v1', plugin: 'null', version: '1.0.0', passed: true, counts: { failed: 0 } })
  expect(results).toEqual(conformanceChecks.map(({ name }) => name))
  const faults = report.checks.filter(({ name }) => name.startsWith('fails well over the network'))
  expect(faults).toHaveLength(17)
  expect(faults).toEqual(faults.map((check) => ({ ...check, outcome: 'not-applicable', detail: 'it does not use host.fetch' })))
})

it('runs all faults where the provider uses the fetch of its host', async () => {
  const report = await runConformance(...fetchingPlugin())
  expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(report.checks.filter(({ name, outcome }) => name.startsWith('fails well') && outcome === 'passed')).toHaveLength(17)
})

it('stops between two checks when it is told to', async () => {
  const stop = new AbortController()
  const reason = new Error('enough')
  await expect(runConformance(nullPlugin as NarrativePlugin, { signal: stop.signal, onResult: () => stop.abort(reason) })).rejects.toBe(reason)
})

it('gives the plugin a host of the test where there is one', async () => {
  await using host = await createTestHost()
  const plugin = providerPlugin('logs', (given) => {
    given.log('created')
    return obedientProvider()
  })
  await run('declares complete capabilities', plugin, { host: () => host })
  expect(host.logged).toEqual([{ event: 'created', data: undefined }])
})

async function run(name: string, plugin: NarrativePlugin, options: ConformanceOptions = {}): Promise<void> {
  await using subject = openSubject(plugin, options)
  await conformanceChecks.find((check) => check.name === name)?.run(subject)
}
