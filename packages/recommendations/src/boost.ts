import { nameKey } from '@linernotes/catalog'
import { columnsOf } from './model/compressed-rows.js'
import { NONE } from './model/catalogue-index.js'
import type { Snapshot } from './model/snapshot.js'
import type { Contribution } from './suggestion.js'

/**
 * What somebody asked or paid for: items that match rank as if they scored so much more. It lifts what a source has found for a reason, and never adds what none has;
 * it is no reason itself, and stands in the receipt of every item that it lifts.
 */
export interface BoostRule {
  readonly key: string
  readonly reason: string
  /** Who asked or paid for it. */
  readonly onBehalfOf: string
  /** An item matches that has any of these. */
  readonly match: {
    readonly artistIds?: readonly string[] | undefined
    readonly showIds?: readonly string[] | undefined
    readonly tags?: readonly string[] | undefined
    readonly labels?: readonly string[] | undefined
  }
  /** Added to the score, in its units: the strongest reason of an item is worth about 1. */
  readonly contribution: number
}

/** What the rules add to an item, by item number: one contribution for each rule that it matches, in their order. */
export function boostsIn({ catalogue }: Snapshot, rules: readonly BoostRule[]): (item: number) => readonly Contribution[] {
  const known = rules.map((rule) => ({
    contribution: { code: 'boost', signal: 1, value: rule.contribution, basis: {}, boost: rule } satisfies Contribution,
    creators: numbersOf(catalogue.creators, [...(rule.match.artistIds ?? []), ...(rule.match.showIds ?? [])]),
    tags: numbersOf(catalogue.tags, rule.match.tags ?? []),
    labels: numbersOf(catalogue.labels, (rule.match.labels ?? []).map(nameKey)),
  }))
  return (item) => {
    const release = catalogue.itemRelease[item]!
    return known
      .filter(
        ({ creators, tags, labels }) =>
          columnsOf(catalogue.itemCreators, item).some((creator) => creators.has(creator)) ||
          (release !== NONE && (labels.has(catalogue.releaseLabel[release]!) || columnsOf(catalogue.releaseTags, release).some((tag) => tags.has(tag)))),
      )
      .map(({ contribution }) => contribution)
  }
}

const numbersOf = (index: { numberOf(text: string): number | undefined }, texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text) => index.numberOf(text) ?? []))
