/** The words by which a language joins statements, and leaves out of one what another has said. */
export interface Connectives {
  /** Where a statement may end. Global. */
  readonly boundary: RegExp
  /** What joins a statement to the one before it, and says nothing itself: "and", "which". */
  readonly joint: RegExp
  /** A statement about what was named last: ", whom you played". */
  readonly relative: RegExp
  /** What stands for the last of its kind: "they", "it". */
  readonly pronoun: RegExp
  /** The listener was spoken of: "you". */
  readonly listener: RegExp
  /** What the listener heard to the end, or began, was spoken of. */
  readonly finished: RegExp
  readonly started: RegExp
}
