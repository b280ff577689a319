import type { NarrativePart } from '../part.js'

const types: ReadonlySet<unknown> = new Set<NarrativePart['type']>(['narrative-start', 'text-delta', 'sentence-end', 'narrative-end'])

/** Hands on the parts that a Runnable gave, the warnings of the platform first. What is no part of a narrative is a mistake of the Runnable's author. */
export async function* passParts(source: AsyncIterable<unknown>, warnings: readonly string[]): AsyncGenerator<NarrativePart> {
  for await (const part of source) {
    if (!isPart(part)) throw new TypeError(`The Runnable has to give parts of a narrative, but gave ${JSON.stringify(part)?.slice(0, 100)}`)
    yield part.type === 'narrative-start' ? { ...part, warnings: [...warnings, ...part.warnings] } : part
  }
}

function isPart(value: unknown): value is NarrativePart {
  return typeof value === 'object' && value !== null && 'type' in value && types.has(value.type)
}
