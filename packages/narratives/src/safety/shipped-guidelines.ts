import { readdirSync, readFileSync } from 'node:fs'
import { guidelineSchema, type Guideline, type GuidelineInput } from './guideline.js'

const directory = new URL('../../guidelines/', import.meta.url)
let shipped: readonly Guideline[] | null = null

/** The guidelines that come with the package, one file each, read once. A file that does not fit its schema is a broken build: it throws. */
export function shippedGuidelines(): readonly Guideline[] {
  shipped ??= readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => guidelineSchema.parse(JSON.parse(readFileSync(new URL(name, directory), 'utf8'))))
  return shipped
}

/** Ours with those of the operator: the same id replaces, a new one is added. */
export function mergeGuidelines(own: readonly GuidelineInput[]): readonly Guideline[] {
  const parsed = own.map((guideline) => guidelineSchema.parse(guideline))
  return [...new Map([...shippedGuidelines(), ...parsed].map((guideline) => [guideline.id, guideline])).values()]
}
