import type { FactValue } from '@linernotes/narrative-sdk'

/** What is meant without being said in the clause. */
export interface StatementContext {
  /** A name of one of these kinds was named before, and is still meant. */
  readonly isMeant: (kinds: string, value: FactValue | undefined) => boolean
  /** The year that was named last. */
  readonly year: string | null
  /** The tag that was named last, as it is compared. */
  readonly lastTag: string | null
  /** The listener was spoken of before. */
  readonly isOfYou: boolean
  /** What this listener finished, or began, was spoken of before. */
  readonly isOfFinished: boolean
  readonly isOfStarted: boolean
  /** The kinds of the name that was named last; null where none was. */
  readonly lastNamed: string | null
  /** A fact says that the release is the artist's: where none does, it may hold tracks of several. */
  readonly isOwnRelease: boolean
  /** The release is known to hold tracks of several artists. */
  readonly isCompilation: boolean
}
