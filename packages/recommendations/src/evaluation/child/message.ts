import type { RankingStep, TrainedRankings } from '../rank-listeners.js'

/** What the child process says: how far it is, and how it ended. The task is all that it is told. */
export type FromChild =
  | { readonly type: 'step'; readonly step: Parameters<RankingStep>[0] }
  | { readonly type: 'done'; readonly rankings: TrainedRankings }
  | { readonly type: 'failed'; readonly message: string }
