/** A golden example: facts as a request gives them, and the text that an editor wants to be written from them. */
export interface NarrativeExample {
  readonly id: string
  /** As a request shows them: the id and the statement. */
  readonly facts: readonly { readonly id: string; readonly statement: string }[]
  /** What was written, sentence by sentence, each with the facts that it rests on. */
  readonly sentences: readonly { readonly text: string; readonly factIds: readonly string[] }[]
}
