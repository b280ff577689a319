import { describeConformance } from '@linernotes/narrative-sdk/conformance'
import { createTestHost, obedientProvider, sampleEpisodeRequest } from '@linernotes/narrative-sdk/testing'
import { afterAll, describe, it } from 'vitest'
import plugin from './index.js'

const runner = { describe, it, afterAll }

describe('without a writer', () => {
  describeConformance(plugin, { runner, requests: [sampleEpisodeRequest] })
})

const host = () => createTestHost({ providers: { obedient: obedientProvider() } })

describe('with a writer', () => {
  describeConformance(plugin, { runner, host, config: { writer: 'obedient' }, requests: [sampleEpisodeRequest] })
})
