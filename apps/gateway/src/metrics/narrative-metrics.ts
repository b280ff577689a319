import type { NarrativeObserver, Narrator } from '@linernotes/narratives'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Seconds of one attempt: a phrase takes milliseconds, a small model on a CPU some seconds. */
const ATTEMPT_SECONDS = [0.01, 0.05, 0.25, 1, 2.5, 5, 10, 30, 60]

/** Counts attempts and texts that were shown. Labels are keys of the configuration and words of ours: nothing that a client or a model can make up. */
export function observeNarratives(registry: Registry): NarrativeObserver {
  const registers = [registry]
  const attempts = new Counter({
    name: 'linernotes_narrative_attempts_total',
    help: 'Attempts of providers, by what came of them: published, refused by grounding, failed.',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'linernotes_narrative_attempt_seconds',
    help: 'How long an attempt took.',
    labelNames: ['provider'],
    buckets: ATTEMPT_SECONDS,
    registers,
  })
  const tokens = new Counter({
    name: 'linernotes_narrative_tokens_total',
    help: 'Tokens, as far as providers say; what they do not say is not counted.',
    labelNames: ['provider', 'direction'],
    registers,
  })
  const cost = new Counter({
    name: 'linernotes_narrative_cost_micro_usd_total',
    help: 'Cost in millionths of a US dollar, as far as the price table knows it.',
    labelNames: ['provider'],
    registers,
  })
  const served = new Counter({
    name: 'linernotes_narratives_served_total',
    help: 'Answers to clients: a text by its provider, from the cache or not, after a fallback or not; or no text.',
    labelNames: ['provider', 'result', 'cached', 'fallback'],
    registers,
  })
  return {
    attempted({ provider, outcome, latencyMs, usage }) {
      attempts.inc({ provider, outcome })
      seconds.observe({ provider }, latencyMs / 1_000)
      if (usage?.inputTokens != null) tokens.inc({ provider, direction: 'input' }, usage.inputTokens)
      if (usage?.outputTokens != null) tokens.inc({ provider, direction: 'output' }, usage.outputTokens)
      if (usage?.costMicroUsd != null) cost.inc({ provider }, usage.costMicroUsd)
    },
    served(result) {
      const { type } = result
      if (type === 'narrative')
        served.inc({ provider: result.provider, result: type, cached: String(result.fromCache), fallback: String(result.fallbackReason !== null) })
      else served.inc({ provider: '', result: type, cached: 'false', fallback: 'false' })
    },
  }
}

/** How providers are, and what they count themselves, read when somebody asks. */
export function watchProviders(registry: Registry, narrator: Narrator): void {
  const states = new Gauge({
    name: 'linernotes_provider_health',
    help: '1 for the state that a configured provider is in.',
    labelNames: ['provider', 'state'],
    registers: [],
    async collect() {
      this.reset()
      for (const { key, health } of await narrator.providers()) this.set({ provider: key, state: health.state }, 1)
    },
  })
  const numbers = new Gauge({
    name: 'linernotes_provider_number',
    help: 'What a provider that runs counts itself, under its own names; what it does not know is left out.',
    labelNames: ['provider', 'name'],
    registers: [],
    collect() {
      this.reset()
      for (const [provider, counted] of narrator.providerMetrics())
        for (const [name, value] of Object.entries(counted)) if (value !== null) this.set({ provider, name }, value)
    },
  })
  registry.registerMetric(states)
  registry.registerMetric(numbers)
}
