import type { NarrativeProvider, NarrativeRequest, NarrativeUsage } from '@linernotes/narrative-sdk'

/** Room that is held back for one attempt until it is known what the attempt cost. */
export interface Reservation {
  /** What it cost; null, and each part that is null: unknown, and then the worst case is taken. */
  settle(usage: NarrativeUsage | null): Promise<void>
}

/** Limits what a piece of work may cost, by reservation: nothing is asked of a model before its worst case has room. */
export interface NarrativeBudget {
  /** @throws {BudgetExhausted} where the worst case of this attempt has no room */
  reserve(attempt: {
    readonly key: string
    readonly provider: NarrativeProvider
    readonly options: unknown
    readonly request: NarrativeRequest
  }): Promise<Reservation>
}

/** Nothing more may be asked of models. It ends the work: a cheaper provider would not be what was asked for. */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted'
  constructor(message = 'the budget is used up') {
    super(message)
  }
}
