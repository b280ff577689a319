import { describeConformance } from '@linernotes/narrative-sdk/conformance'
import { afterAll, describe, it } from 'vitest'
import plugin from './index.js'

describeConformance(plugin, { runner: { describe, it, afterAll } })
