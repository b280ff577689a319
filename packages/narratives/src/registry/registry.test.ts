import { definePlugin, type NarrativePlugin } from '@linernotes/narrative-sdk'
import { createTestHost, scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigurationError } from './configuration-error.js'
import { loadPlugins, type NarratorConfig } from './load-plugins.js'
import { ProviderRegistry } from './provider-registry.js'

function pluginOf(
  key: string,
  create: NarrativePlugin['create'],
  config: z.ZodType = z.strictObject({ baseUrl: z.url().default('http://127.0.0.1'), retries: z.number().default(1) }),
): NarrativePlugin {
  return definePlugin({ key, displayName: key, version: '1.0.0', config, create }) as NarrativePlugin
}
const hosted = pluginOf('llama-hosted', async () => scriptedProvider([]))
const configOf = (more: Partial<NarratorConfig> = {}): NarratorConfig => ({
  providers: [hosted],
  narratives: {},
  order: { track: ['llama-hosted'], episode: ['llama-hosted'] },
  ...more,
})

const onto = (key: string, other: string): NarrativePlugin => pluginOf(key, async (_, host) => await host.provider(other))

async function problemsOf(config: NarratorConfig): Promise<readonly string[]> {
  const error = await loadPlugins(config).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ConfigurationError)
  return (error as ConfigurationError).problems
}

describe('configuration', () => {
  test('reports all problems together, each with its place', async () => {
    const problems = await problemsOf(
      configOf({
        providers: [
          hosted,
          async () => Promise.reject(new Error('Cannot find package x')),
          { ...hosted, key: 'old', contract: 'narrative/v0' as 'narrative/v1' },
        ],
        narratives: { 'llama-hosted': { baseUrl: 'nonsense', retries: 'many', extra: 1 }, nobody: {} },
        order: { track: ['llama-hosted', 'house'], episode: [] },
      }),
    )
    expect(problems).toEqual(
      [
        'providers[1]: cannot be loaded: Cannot find package x',
        'providers[2]: old speaks narrative/v0, expected narrative/v1; install a version of it that does',
        'narratives.llama-hosted.baseUrl: expected url',
        'narratives.llama-hosted.retries: expected number, received string',
        'narratives.llama-hosted: Unrecognized key: "extra"',
        'narratives.nobody: no such provider; there are llama-hosted',
        'order.track[1]: no provider "house"; there are llama-hosted',
        'order.episode: expected at least one provider key',
      ].toSorted((left, right) => problems.indexOf(left) - problems.indexOf(right)),
    )
  })

  test('gives parsed options to the plugin', async () => {
    let got: unknown = null
    const plugin = pluginOf('llama-hosted', async (config) => {
      got = config
      return scriptedProvider([])
    })
    await using host = await createTestHost()
    await using registry = new ProviderRegistry(
      await loadPlugins(configOf({ providers: [async () => ({ default: plugin })], narratives: { 'llama-hosted': { retries: 3 } } })),
      host,
    )
    expect(got).toBeNull()
    await registry.provider('llama-hosted')
    expect(got).toEqual({ baseUrl: 'http://127.0.0.1', retries: 3 })
  })
})

describe('providers', () => {
  test('are made once, and closed in reverse', async () => {
    const closed: string[] = []
    const named = (key: string): NarrativePlugin =>
      pluginOf(key, async () => ({ ...scriptedProvider([]), [Symbol.asyncDispose]: async () => void closed.push(key) }))
    await using host = await createTestHost()
    const registry = new ProviderRegistry(await loadPlugins(configOf({ providers: [named('a'), named('b')], order: { track: ['a'], episode: ['b'] } })), host)
    expect(await registry.provider('a')).toBe(await registry.provider('a'))
    await registry.provider('b')
    await registry[Symbol.asyncDispose]()
    await registry[Symbol.asyncDispose]()
    expect(closed).toEqual(['b', 'a'])
    await expect(registry.provider('c')).rejects.toMatchObject({ code: 'misconfigured' })
  })

  test('that are built on each other are refused instead of waiting for ever', async () => {
    await using host = await createTestHost()
    await using registry = new ProviderRegistry(
      await loadPlugins(configOf({ providers: [onto('a', 'b'), onto('b', 'a')], order: { track: ['a'], episode: ['b'] } })),
      host,
    )
    const results = await Promise.allSettled([registry.provider('a'), registry.provider('b')])
    expect(results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'made'))).toEqual([
      expect.stringContaining('built on each other'),
      expect.stringContaining('built on each other'),
    ])
  })

  test('that did not start are tried again', async () => {
    let ready = false
    const late = pluginOf('late', async () => (ready ? scriptedProvider([]) : Promise.reject(new Error('not yet'))))
    await using host = await createTestHost()
    await using registry = new ProviderRegistry(await loadPlugins(configOf({ providers: [late], order: { track: ['late'], episode: ['late'] } })), host)
    await expect(registry.provider('late')).rejects.toThrow('not yet')
    ready = true
    await expect(registry.provider('late')).resolves.toBeDefined()
  })
})
