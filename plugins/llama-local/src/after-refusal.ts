import type { NarrativeProvider } from '@linernotes/narrative-sdk'

/** Lets `writer` write, and `planner` where a text was refused: what a small model cannot say in its own words it can still choose. */
export function afterRefusal(writer: NarrativeProvider, planner: NarrativeProvider): NarrativeProvider {
  return {
    capabilities: { ...writer.capabilities, promptVersion: `${writer.capabilities.promptVersion}+${planner.capabilities.promptVersion}` },
    narrate: (request, options) => (request.refusals.length > 0 ? planner : writer).narrate({ ...request, refusals: [] }, options),
    health: (options) => writer.health(options),
    async [Symbol.asyncDispose]() {
      await Promise.all([writer, planner].map((provider) => provider[Symbol.asyncDispose]()))
    },
  }
}
