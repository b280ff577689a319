import assert from 'node:assert/strict'
import { assertDisposable } from './assert-provider.js'
import type { ConformanceCheck } from './conformance-subject.js'

const localities = ['on-device', 'private-network', 'third-party']

/** What can be seen without a narrative. */
export const shapeChecks: readonly ConformanceCheck[] = [
  {
    name: 'names the contract, a kebab-case key, a display name and a version',
    async run({ plugin }) {
      assert.equal(plugin.contract, 'narrative/v1')
      assert.match(plugin.key, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)
      assert.notEqual(plugin.displayName.trim(), '')
      assert.notEqual(plugin.version.trim(), '')
    },
  },
  {
    name: 'refuses unknown options',
    async run({ plugin, options }) {
      const config = typeof options.config === 'object' && options.config !== null ? options.config : {}
      const parsed = await plugin.config['~standard'].validate({ ...config, 'no-such-option': true })
      assert.ok((parsed.issues?.length ?? 0) > 0, 'The option "no-such-option" was accepted: make the schema strict')
    },
  },
  {
    name: 'opens nothing heavy on creation',
    async run(subject) {
      const before = { started: subject.options.work?.started() ?? 0, active: subject.options.work?.active() ?? 0 }
      await using opened = await subject.open('fresh')
      assert.equal(opened.work.active(), before.active, 'Work goes on though nothing was asked for')
      assert.equal(opened.work.started(), before.started, 'Creation began work')
    },
  },
  {
    name: 'gives a provider that can narrate, tell its health and be closed',
    async run(subject) {
      await using opened = await subject.open('fresh')
      assertDisposable(opened.provider)
    },
  },
  {
    name: 'declares complete capabilities',
    async run(subject) {
      await using opened = await subject.open()
      const { kinds, styles, languages, locality, promptVersion, maxConcurrency, maxInputTokens, realisation } = opened.provider.capabilities
      for (const [name, list] of Object.entries({ kinds, styles, languages }))
        assert.ok(list.length > 0, `capabilities.${name} is empty; list what it can write`)
      for (const language of languages) assert.equal(Intl.getCanonicalLocales(language)[0], language, 'Languages are canonical BCP 47 tags')
      assert.ok(localities.includes(locality), `capabilities.locality is ${locality}; expected one of ${localities.join(', ')}: where the facts go`)
      assert.ok(
        realisation === 'model' || realisation === 'rules',
        `capabilities.realisation is ${String(realisation)}; expected model or rules: who chooses the words`,
      )
      assert.ok(
        typeof promptVersion === 'string' && promptVersion !== '',
        `capabilities.promptVersion is ${JSON.stringify(promptVersion)}; expected a name that changes with the words: it is a part of the cache key`,
      )
      for (const [name, limit] of Object.entries({ maxConcurrency, maxInputTokens }))
        assert.ok(
          limit === null || (Number.isInteger(limit) && limit > 0),
          `capabilities.${name} is ${String(limit)}; expected a whole number above 0, or null: unlimited, or unknown`,
        )
      assert.ok(opened.requests.length > 0, 'None of the requests of the test is of a kind, style and language that it can write')
    },
  },
]
