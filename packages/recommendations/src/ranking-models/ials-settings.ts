/** What iALS minimises and how: see `IalsModel`. */
export interface IalsSettings {
  readonly dimensions: number
  /** Weight of every pair, observed or not, that is drawn to 0, beside 1 for the observed ones, drawn to 1 (alpha_0 in Rendle et al.). */
  readonly unobservedWeight: number
  readonly regularisation: number
  /** 0: the same regularisation for every row; 1: in proportion to the weight of its pairs (nu in Rendle et al.). */
  readonly scaling: number
  readonly sweeps: number
  readonly solver: 'cholesky' | 'conjugate-gradient'
}

/** Tuned on held-out training users of HetRec Last.fm, see docs/decisions/2026-11-24-ranking-models.md. */
export const IALS_DEFAULTS: IalsSettings = { dimensions: 64, unobservedWeight: 0.1, regularisation: 0.01, scaling: 1, sweeps: 12, solver: 'cholesky' }
