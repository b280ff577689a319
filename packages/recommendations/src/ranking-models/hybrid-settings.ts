import { IALS_DEFAULTS, type IalsSettings } from './ials-settings.js'

export interface HybridSettings {
  /** Squared size of all tag rows beside that of all listeners' rows, in EASE. */
  readonly tagShare: number
  /** Regularisation of an item in EASE: this much of the mean of the diagonal of X'X ... */
  readonly evenRegularisation: number
  /** ... and this much of the item's own (Steck, "Autoencoders that don't overfit towards the identity", NeurIPS 2020: dropout as regularisation). */
  readonly ownRegularisation: number
  readonly ials: IalsSettings
  /** What iALS counts beside EASE, in standard deviations of each. */
  readonly ialsShare: number
  /** What friends count beside EASE for somebody with one item; it falls with the root of the length of the history. */
  readonly friendShare: number
  /** What is taken from the score per unit of ln(listeners), in standard deviations of EASE, for a long history. */
  readonly popularityPenalty: number
}

/** Tuned on held-out training users of HetRec Last.fm, see docs/decisions/2026-11-24-ranking-models.md. */
export const HYBRID_DEFAULTS: HybridSettings = {
  tagShare: 2,
  evenRegularisation: 0.6,
  ownRegularisation: 0.8,
  ials: { ...IALS_DEFAULTS, unobservedWeight: 0.05, regularisation: 0.014, sweeps: 10 },
  ialsShare: 2.2,
  friendShare: 1,
  popularityPenalty: 1.9,
}
