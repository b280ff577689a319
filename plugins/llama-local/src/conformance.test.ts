import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { describeConformance } from '@linernotes/narrative-sdk/conformance'
import { afterAll, describe, it } from 'vitest'
import { storiesPath } from './__fixtures__/stories.js'
import plugin from './index.js'

const host = () => createTestHost({ modelFiles: { stories260k: storiesPath } })

describeConformance(plugin, {
  runner: { describe, it, afterAll },
  host,
  config: { model: 'stories260k', threads: 1 },
  failures: [{ name: 'no model file', config: { model: 'absent' }, code: 'misconfigured' }],
  narrativeMs: 10_000,
})
