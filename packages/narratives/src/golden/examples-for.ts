import type { NarrativeExample, NarrativeRequest } from '@linernotes/narrative-sdk'
import { bucketOf, familyOf, primaryOf, type Bucket } from './bucket-of.js'
import { toNarrativeExample, type GoldenExample } from './golden-example.js'
import { readGoldenExamples, type GoldenSet } from './read-golden-examples.js'

/**
 * At most `count` golden examples for a request, from the general to the particular: first those that all requests of its kind and style share, then those
 * of its family of reasons, and last the one of its genre. Engines keep the beginning of a prompt, so the more two requests are alike, the more of it
 * they share; and as no part depends on the listener, all listeners share all of it. Inside each part the order is that of the ids.
 */
export function examplesFor(request: NarrativeRequest, count: number, set: GoldenSet = readGoldenExamples()): readonly NarrativeExample[] {
  const spoken = set.examples.filter(({ language }) => language === primaryOf(request.language))
  const bucket = bucketOf(request, spoken)
  return chooseExamples(bucket, count, spoken).map(toNarrativeExample)
}

function chooseExamples({ kind, style, family, genre }: Bucket, count: number, spoken: readonly GoldenExample[]): readonly GoldenExample[] {
  const chosen = nearest(kind, style, spoken)
  const rest = (): readonly GoldenExample[] => chosen.filter((example) => !taken.includes(example))
  const inFamily = (): readonly GoldenExample[] => rest().filter(({ reason }) => familyOf(reason) === family)
  const taken: GoldenExample[] = []
  taken.push(...spread(rest(), Math.floor(count / 3)))
  taken.push(...spread(inFamily(), count - taken.length - 1))
  // A small family is joined by others before the last place is given away, or that one would move with the genre.
  taken.push(...spread(rest(), count - taken.length - 1))
  const akin = [...inFamily(), ...rest()].find(({ genres }) => genres.some((one) => one.toLowerCase() === genre))
  const last = akin ?? inFamily()[0] ?? rest()[0]
  if (last !== undefined && taken.length < count) taken.push(last)
  return taken
}

/** Of the same kind and style; where there are none, of the same style, then of the same kind. */
function nearest(kind: Bucket['kind'], style: Bucket['style'], examples: readonly GoldenExample[]): readonly GoldenExample[] {
  const same = examples.filter((example) => example.kind === kind && example.style === style)
  if (same.length > 0) return same
  const alike = examples.filter((example) => example.style === style)
  return alike.length > 0 ? alike : examples.filter((example) => example.kind === kind)
}

/** One for each reason in turn, so that few show many; in the order of their ids. */
function spread(examples: readonly GoldenExample[], count: number): readonly GoldenExample[] {
  const turns = examples.map((example) => examples.filter((other) => other.reason === example.reason).indexOf(example))
  const inTurn = examples.map((example, index) => ({ example, turn: turns[index] ?? 0 })).toSorted((left, right) => left.turn - right.turn)
  const chosen = new Set(inTurn.slice(0, Math.max(0, count)).map(({ example }) => example))
  return examples.filter((example) => chosen.has(example))
}
