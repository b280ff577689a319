import { TEST_SHARE } from './split-users.js'
import type { EvaluationRequest } from './evaluation-request.js'
import type { IdOrder } from './id-order.js'
import { RESAMPLES } from './measures/bootstrap.js'
import type { Metrics } from './measures/measure-lists.js'
import type { Dataset } from './read-dataset.js'
import type { RowProblem } from './reading/problem-list.js'

export interface ModelReport {
  readonly name: string
  readonly metrics: Metrics
  /** The same for calibrated lists; only where it was asked for. `ratios`: how many times as much nDCG and divergence they have, for the same listeners. */
  readonly calibrated?: { readonly strength: number; readonly metrics: Metrics; readonly ratios: Metrics }
  readonly trainSeconds: number
  /** Most memory resident at once in the process that trained it and nothing else, Node and the data included; 1 is 1,000,000 bytes. */
  readonly peakMegabytes: number
}

/** What was evaluated on, and by which rules. */
export interface DatasetReport {
  readonly files: Readonly<Record<string, string | null>>
  /** null: the files were split before. */
  readonly split: { readonly by: 'user'; readonly holdout: number; readonly testShare: number; readonly seed: number } | null
  readonly training: { readonly users: number; readonly items: number; readonly interactions: number }
  readonly candidates: { readonly items: number; readonly minItemUsers: number; readonly interactions: number }
  readonly foldIn: { readonly listeners: number; readonly interactions: number; readonly ofCandidates: number }
  /** Listeners with a test item among the candidates; the others are not measured. Test items that are no candidates do not count. */
  readonly test: { readonly listeners: number; readonly interactions: number; readonly ofCandidates: number }
  /** `leftOut`: taggings by listeners of the fold-in or test, who would say with them what they listen to. */
  readonly tags: {
    readonly rows: number
    readonly leftOut: number
    readonly tags: number
    readonly taggedCandidates: number
    readonly calibrationTags: number
  } | null
  readonly friends: { readonly rows: number; readonly listenersWithFriends: number } | null
  /** How equal scores are ordered: the lower item id first, as numbers or by code units. */
  readonly ties: IdOrder
  /** What the intra-list diversity compares. */
  readonly diversityOf: 'tags' | 'co-listening'
  readonly intervals: { readonly share: 0.95; readonly resamples: number; readonly over: 'listeners' }
  readonly seed: number
}

export interface EvaluationReport {
  readonly dataset: DatasetReport
  readonly models: readonly ModelReport[]
  /** Rows left out. */
  readonly rejected: number
  /** At most the first ten thousand. */
  readonly problems: readonly RowProblem[]
}

export function describeDataset(request: EvaluationRequest, { data, tables, taggings, friendships }: Dataset, ranked: Uint32Array): DatasetReport {
  const { sources, tags, friends, minItemUsers, seed } = request
  const { itemTags, interactions } = data.training
  const { histories, friends: friendsOf, ids } = data.listeners
  const files =
    'whole' in sources
      ? { interactions: sources.whole.name }
      : { interactions: sources.interactions.name, foldIn: sources.foldIn.name, test: sources.test.name }
  return {
    files: { ...files, tags: tags?.name ?? null, friends: friends?.name ?? null },
    split: 'whole' in sources ? { by: 'user', holdout: sources.holdout, testShare: TEST_SHARE, seed } : null,
    training: { users: interactions.rowCount, items: new Set(tables.interactions.items).size, interactions: tables.interactions.items.length },
    candidates: { items: data.itemIds.length, minItemUsers, interactions: interactions.columns.length },
    foldIn: { listeners: ids.length, interactions: tables.foldIn.items.length, ofCandidates: histories.columns.length },
    test: { listeners: ranked.length, interactions: tables.test.items.length, ofCandidates: data.tests.columns.length },
    tags:
      taggings === null
        ? null
        : {
            rows: taggings.itemOf.length,
            leftOut: data.taggingsLeftOut,
            tags: itemTags?.columnCount ?? 0,
            taggedCandidates: countRows(itemTags?.offsets),
            calibrationTags: Math.min(itemTags?.columnCount ?? 0, request.calibrationTags),
          },
    friends: friendships === null ? null : { rows: friendships.users.length, listenersWithFriends: countRows(friendsOf?.offsets) },
    ties: data.tieOrder,
    diversityOf: itemTags === null ? 'co-listening' : 'tags',
    intervals: { share: 0.95, resamples: RESAMPLES, over: 'listeners' },
    seed,
  }
}

/** Rows that hold anything. */
const countRows = (offsets: Uint32Array = new Uint32Array(0)): number =>
  offsets.reduce((count, offset, row) => count + (row > 0 && offset > offsets[row - 1]! ? 1 : 0), 0)
